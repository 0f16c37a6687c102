import type { Limit } from './sending-limits';

/** One process's small allowance for the time Redis is away: 1 a second, 5 in 10 seconds. */
const LIMITS: readonly Limit[] = [
  { most: 1, windowMs: 1000 },
  { most: 5, windowMs: 10_000 },
];

export class OwnAllowance {
  private sentAt: number[] = [];

  /** 0 when one may go at `now`, else milliseconds to wait. */
  take(now: number): number {
    this.sentAt = this.sentAt.filter((at) => at > now - 10_000);
    const waits = LIMITS.map(({ most, windowMs }) => {
      const oldest = this.sentAt.at(-most);
      return oldest === undefined ? 0 : oldest + windowMs - now;
    });
    const wait = Math.max(0, ...waits);
    if (wait === 0) this.sentAt.push(now);
    return Math.ceil(wait);
  }
}
