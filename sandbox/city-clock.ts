import { Temporal } from '@js-temporal/polyfill';
import type { Connection } from 'mongoose';
import { MongoSandboxClock } from '../infra/mongo/mongo-sandbox-clock';

const OPENS_AT = 9;
const CLOSES_AT = 20;
const MORNING = { hour: 10, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 };

/** How far to move the clock so that ordinary notices go out at once: by night to ten of the next working day. */
export function daytimeOffset(realMs: number, timeZone: string): number {
  const real = Temporal.Instant.fromEpochMilliseconds(realMs).toZonedDateTimeISO(timeZone);
  if (real.hour >= OPENS_AT && real.hour < CLOSES_AT) return 0;
  let morning = real.with(MORNING);
  while (morning.epochMilliseconds <= realMs || morning.dayOfWeek > 5) morning = morning.add({ days: 1 });
  return morning.epochMilliseconds - realMs;
}

export interface CityClock {
  now: () => Date;
  offsetMs: () => number;
  /** Moves the business clock of every process; they look each half second. */
  moveBy: (ms: number) => Promise<void>;
}

export async function openCityClock(connection: Connection, timeZone: string): Promise<CityClock> {
  const stored = new MongoSandboxClock(connection);
  let offsetMs = (await stored.readOffset()) || daytimeOffset(Date.now(), timeZone);
  await stored.moveTo(offsetMs);
  return {
    now: () => new Date(Date.now() + offsetMs),
    offsetMs: () => offsetMs,
    moveBy: async (ms) => {
      offsetMs += ms;
      await stored.moveTo(offsetMs);
    },
  };
}
