import type { Update } from '@grammyjs/types';
import { chanceFrom } from './chance';

export type UpdateKind = Exclude<keyof Update, 'update_id'>;

export interface Pending {
  id: number;
  /** Updates of one lane arrive one after another; a press has another lane than the messages of its chat. */
  lane: string;
  update: Update;
  isRepeated: boolean;
  wasRepeat: boolean;
}

const NOT_BY_DEFAULT = new Set<string>(['chat_member', 'message_reaction', 'message_reaction_count']);

/** Updates nobody has confirmed yet. They outlive the bot. */
export class Updates {
  private readonly pending = new Map<number, Pending>();
  private readonly lanes = new Map<string, Pending[]>();
  private again: Pending[] = [];
  private lastId: number;
  private readonly chance: () => number;
  private readonly listeners = new Set<() => void>();
  allowed: string[] = [];

  constructor(private readonly options: { repeatShare: number; seed: number; firstUpdateId: number }) {
    this.lastId = options.firstUpdateId - 1;
    this.chance = chanceFrom(options.seed);
  }

  add<K extends UpdateKind>(kind: K, value: NonNullable<Update[K]>, lane: string): number | undefined {
    if (!this.isAllowed(kind)) return undefined;
    this.lastId += 1;
    const update = structuredClone({ update_id: this.lastId, [kind]: value }) as unknown as Update;
    const isRepeated = this.chance() < this.options.repeatShare;
    const item: Pending = { id: this.lastId, lane, update, isRepeated, wasRepeat: false };
    this.pending.set(item.id, item);
    const queue = this.lanes.get(lane);
    if (queue) queue.push(item);
    else this.lanes.set(lane, [item]);
    for (const listener of this.listeners) listener();
    return this.lastId;
  }

  /** The first waiting update of each lane. */
  *heads(): Generator<Pending> {
    for (const queue of this.lanes.values()) yield queue[0]!;
  }

  /** The update is confirmed; one chosen to come twice stays once more. */
  confirm(item: Pending): void {
    if (item.isRepeated && !item.wasRepeat) item.wasRepeat = true;
    else this.remove(item);
  }

  confirmBefore(offset: number): void {
    for (const item of this.first((other) => other.id < offset)) {
      this.remove(item);
      if (item.isRepeated && !item.wasRepeat) this.again.push({ ...item, wasRepeat: true });
    }
  }

  forgetAllBut(last: number): void {
    const doomed = [...this.pending.values()].slice(0, -last);
    for (const item of doomed) this.remove(item);
  }

  /** A batch for polling: confirmed ones that come twice, then the unconfirmed, by id. */
  batch(limit: number): Pending[] {
    const repeated = this.again.splice(0, limit);
    let room = limit - repeated.length;
    const fresh = this.first(() => room-- > 0);
    return [...repeated, ...fresh].sort((a, b) => a.id - b.id);
  }

  count(): number {
    return this.pending.size;
  }

  drop(): void {
    this.pending.clear();
    this.lanes.clear();
    this.again = [];
  }

  onAdd(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private first(isWanted: (item: Pending) => boolean): Pending[] {
    const found: Pending[] = [];
    for (const item of this.pending.values()) {
      if (!isWanted(item)) break;
      found.push(item);
    }
    return found;
  }

  private remove(item: Pending): void {
    this.pending.delete(item.id);
    const rest = (this.lanes.get(item.lane) ?? []).filter((other) => other !== item);
    if (rest.length > 0) this.lanes.set(item.lane, rest);
    else this.lanes.delete(item.lane);
  }

  private isAllowed(kind: string): boolean {
    return this.allowed.length === 0 ? !NOT_BY_DEFAULT.has(kind) : this.allowed.includes(kind);
  }
}
