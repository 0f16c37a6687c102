import { setTimeout as wait } from 'node:timers/promises';

/** Waits `ms`, or until the signal; never throws. */
export async function nap(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
