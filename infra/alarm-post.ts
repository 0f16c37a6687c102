import type { Lease, Log, OutsideAlarm } from '../use-cases/ports';

const TIMEOUT_MS = 5_000;
const HOUR_MS = 3_600_000;
/** What was not taken is not tried again sooner, nor by another process while this one may still be telling. */
const AGAIN_MS = 60_000;

interface AlarmPostOptions {
  readonly url: string;
  readonly log: Log;
  /** By it the processes agree who tells, also after a restart. */
  readonly lease: Lease;
  readonly now?: () => number;
}

/** True when the address took it. */
async function post({ url, log }: AlarmPostOptions, { alarm, ageMs }: OutsideAlarm): Promise<boolean> {
  const body = JSON.stringify({
    alarm,
    ...(ageMs !== undefined && { ageSeconds: Math.round(ageMs / 1000) }),
  });
  try {
    const headers = { 'content-type': 'application/json' };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { ok, status } = await fetch(url, { method: 'POST', headers, body, signal });
    if (!ok) log.warn({ alarm, status }, 'an alarm did not reach ALARM_URL');
    return ok;
  } catch (error) {
    log.warn({ alarm, problem: (error as Error).name }, 'an alarm did not reach ALARM_URL');
    return false;
  }
}

/**
 * Tells an address outside of an alarm's name and age, once in its time for each alarm whichever process raises it;
 * when that fails, when it is raised again after a minute.
 */
export function createAlarmPost(options: AlarmPostOptions) {
  const { lease, now = Date.now } = options;
  const silentUntil = new Map<string, number>();
  return async (told: OutsideAlarm): Promise<void> => {
    const { alarm, everyMs = HOUR_MS } = told;
    const silentMs = (silentUntil.get(alarm) ?? 0) - now();
    // Further ahead than that it was set by a clock that was wrong.
    if (silentMs > 0 && silentMs <= everyMs) return;
    silentUntil.set(alarm, now() + everyMs);
    const name = `alarm:${alarm}`;
    const isOurs = await lease.hold(name, AGAIN_MS).catch(() => true);
    if (isOurs && (await post(options, told)))
      return void (await lease.hold(name, everyMs).catch(() => false));
    silentUntil.set(alarm, now() + AGAIN_MS);
    if (isOurs) await lease.release(name).catch(() => undefined);
  };
}
