/** A moment in time. Always handed in from the edge: the domain has no clock of its own. */
export type Instant = Date;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The moment `ms` milliseconds after `at`. */
export const after = (at: Instant, ms: number): Instant => new Date(at.getTime() + ms);
