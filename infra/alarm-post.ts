import type { Log } from '../use-cases/ports';

const TIMEOUT_MS = 5_000;
const HOUR_MS = 3_600_000;

export interface ToldAlarm {
  readonly alarm: string;
  /** How long what is waited for has waited, where that is known. */
  readonly ageMs?: number;
}

/** Tells an address outside of an alarm's name and age, once in an hour for each alarm; when that fails, the next time. */
export function createAlarmPost({ url, log, now = Date.now }: { url: string; log: Log; now?: () => number }) {
  const toldAt = new Map<string, number>();
  return async ({ alarm, ageMs }: ToldAlarm): Promise<void> => {
    if (now() - (toldAt.get(alarm) ?? -Infinity) < HOUR_MS) return;
    const body = JSON.stringify({
      alarm,
      ...(ageMs !== undefined && { ageSeconds: Math.round(ageMs / 1000) }),
    });
    try {
      const headers = { 'content-type': 'application/json' };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const { ok, status } = await fetch(url, { method: 'POST', headers, body, signal });
      if (ok) toldAt.set(alarm, now());
      else log.warn({ alarm, status }, 'an alarm did not reach ALARM_URL');
    } catch (error) {
      log.warn({ alarm, problem: (error as Error).name }, 'an alarm did not reach ALARM_URL');
    }
  };
}
