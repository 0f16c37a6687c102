import { createHash } from 'node:crypto';
import type { Receive } from '../messenger';
import { nameOf } from './call';
import type { BotIdentity, Log, Quarantine } from './ports';
import type { Reading } from './receive';
import { readUpdate } from './receive';

/** What both ways of getting updates hand them to. */
export interface Door {
  readonly bot: BotIdentity;
  readonly receive: Receive;
  readonly quarantine: Quarantine;
  readonly log: Log;
  /** The business clock; real time when absent. */
  readonly clock?: () => Date;
  /** Told how each delivery ended and after how many milliseconds, its chat's turn included; for the figures. */
  readonly onAcknowledged?: (outcome: 'done' | 'unavailable', ms: number) => void;
}

export interface Arrived {
  readonly updateId: number | undefined;
  /** Events with the same key are handled one after another. */
  readonly chatKey: string;
  readonly handle: () => Promise<'done' | 'unavailable'>;
}

/** Reads a raw update and says where it belongs; `handle` carries it to the house and never throws. */
export function arrive(door: Door, raw: unknown): Arrived {
  const now = door.clock?.() ?? new Date();
  const reading = readUpdate(raw, door.bot, now);
  const chatKey = reading.result === 'incoming' ? reading.incoming.chat.chatId : `update ${reading.updateId}`;
  const since = performance.now();
  const carry = async () => {
    const outcome = await handle(door, reading, { raw, now });
    door.onAcknowledged?.(outcome, performance.now() - since);
    return outcome;
  };
  return { updateId: reading.updateId, chatKey, handle: carry };
}

const ownerIdOf = (id: string | number): string => `telegram-${id}`;

/** Whose update it is, when it says so where updates say it. */
function senderIn(raw: unknown): { ownerId: string } | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  for (const part of Object.values(raw) as unknown[]) {
    const id = (part as { from?: { id?: unknown } } | null)?.from?.id;
    if (typeof id === 'number') return { ownerId: ownerIdOf(id) };
  }
  return undefined;
}

interface Original {
  readonly raw: unknown;
  readonly now: Date;
}

async function handle(door: Door, reading: Reading, { raw, now }: Original): Promise<'done' | 'unavailable'> {
  switch (reading.result) {
    case 'ignored':
      return 'done';
    case 'malformed':
      door.log.error(
        { update: reading.id, problem: reading.problem },
        'an update has a shape we cannot read',
      );
      return setAside(door, {
        id: reading.id,
        at: now,
        what: raw,
        problem: reading.problem,
        ...senderIn(raw),
      });
    case 'incoming':
      try {
        return await door.receive(reading.incoming);
      } catch (error) {
        const { id, person } = reading.incoming;
        door.log.error({ update: id, problem: nameOf(error) }, 'an update broke the house');
        const owner = person && { ownerId: ownerIdOf(person.id) };
        return setAside(door, { id, at: now, what: raw, problem: nameOf(error), ...owner });
      }
  }
}

/** A delivery that holds no update we could read: too big, or no JSON. Nothing of it is kept but its beginning. */
export function setAsideUnread(door: Door, body: Buffer | 'too_big'): Promise<'done' | 'unavailable'> {
  const now = door.clock?.() ?? new Date();
  const problem = body === 'too_big' ? 'the delivery is too big' : 'the delivery is no JSON';
  const what = body === 'too_big' ? {} : { beginning: body.toString('utf8').slice(0, 2_000) };
  const print = createHash('sha256').update(body === 'too_big' ? now.toISOString() : body);
  const id = `tg-${door.bot.id}-x${print.digest('hex').slice(0, 24)}`;
  door.log.error({ update: id, problem }, 'a delivery cannot be read');
  return setAside(door, { id, at: now, what, problem });
}

async function setAside(
  { quarantine, log }: Door,
  entry: Parameters<Quarantine['put']>[0],
): Promise<'done' | 'unavailable'> {
  try {
    await quarantine.put(entry);
    return 'done';
  } catch (error) {
    log.warn({ update: entry.id, problem: nameOf(error) }, 'quarantine cannot be reached');
    return 'unavailable';
  }
}
