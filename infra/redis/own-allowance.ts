import type { ChatKey } from '../../use-cases/ports';
import type { Limit } from './sending-limits';

/** One process's small allowance for the time Redis is away: 1 a second, 5 in 10 seconds … */
const ALL: readonly Limit[] = [
  { most: 1, windowMs: 1000 },
  { most: 5, windowMs: 10_000 },
];
/** … and so few into one group that five processes together stay within its 20 a minute. */
const GROUP: readonly Limit[] = [{ most: 4, windowMs: 60_020 }];
const LONGEST_MS = 60_020;

const EVERYBODY = '';
const keyOf = ({ messenger, chatId }: ChatKey): string => `${messenger}:${chatId}`;

/** Counts in milliseconds of the `now` it is told. */
export class OwnAllowance {
  private readonly sentAt = new Map<string, readonly number[]>();
  private readonly pausedUntil = new Map<string, number>();

  /** 0 when one may go at `now`, else milliseconds to wait. */
  take(call: ChatKey & { readonly isGroup: boolean }, now: number): number {
    this.forget(now);
    const group = keyOf(call);
    const waits = [this.waitOf(EVERYBODY, ALL, now), call.isGroup ? this.waitOf(group, GROUP, now) : 0];
    const wait = Math.max(this.pausedFor(call, now), ...waits);
    if (wait > 0) return Math.ceil(wait);
    for (const key of call.isGroup ? [EVERYBODY, group] : [EVERYBODY])
      this.sentAt.set(key, [...(this.sentAt.get(key) ?? []), now]);
    return 0;
  }

  /** The messenger asked for a pause in this chat; of two the longer one counts. */
  pause(chat: ChatKey, ms: number, now: number): void {
    this.forget(now);
    this.pausedUntil.set(keyOf(chat), now + Math.max(ms, this.pausedFor(chat, now)));
  }

  /** Milliseconds this chat's pause still lasts. */
  pausedFor(chat: ChatKey, now: number): number {
    return Math.max(0, (this.pausedUntil.get(keyOf(chat)) ?? 0) - now);
  }

  private waitOf(key: string, limits: readonly Limit[], now: number): number {
    const waits = limits.map(({ most, windowMs }) => {
      const oldest = this.sentAt.get(key)?.at(-most);
      return oldest === undefined ? 0 : oldest + windowMs - now;
    });
    return Math.max(0, ...waits);
  }

  private forget(now: number): void {
    for (const [key, until] of this.pausedUntil) if (until <= now) this.pausedUntil.delete(key);
    for (const [key, sent] of this.sentAt) {
      const recent = sent.filter((at) => at > now - LONGEST_MS);
      if (recent.length > 0) this.sentAt.set(key, recent);
      else this.sentAt.delete(key);
    }
  }
}
