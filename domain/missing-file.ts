import { after, HOUR_MS, MINUTE_MS, type Instant } from './instant';

const FIRST_PAUSE_MS = MINUTE_MS;
const LONGEST_PAUSE_MS = 6 * HOUR_MS;
/** With their growing pauses almost four days. */
const MOST_TRIES = 24;

/** When to ask the messenger again for a file it has not found `tries` times (from 1); nothing once it counts as gone. */
export const nextTry = (tries: number, now: Instant): Instant | undefined =>
  tries < MOST_TRIES ? after(now, Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), LONGEST_PAUSE_MS)) : undefined;
