import { nextDaytime } from '../domain/calendar';
import type { City } from '../domain/city';
import { HOUR_MS } from '../domain/instant';
import { aNotice } from '../domain/notices';
import type { Clock, Jobs, Log, Notices, OutsideAlarm } from './ports';
import { controllers, moderators, type PeopleDeps } from './post-holders';
import { privateChatOf } from './tell-person';

export const ALARMS = [
  'notice_waits',
  'notice_broken',
  'event_waits',
  'quarantine',
  'token_refused',
  'our_mistake',
] as const;
export type Alarm = (typeof ALARMS)[number];

interface Telling {
  readonly to: (deps: PeopleDeps) => Promise<string[]>;
  /** While it lasts it is told again after so long. */
  readonly everyMs: number;
  /** At night it is not urgent to whom it is told. */
  readonly waitsForDay?: boolean;
}

const HOURLY: Telling = { to: controllers, everyMs: HOUR_MS };

const TOLD: Readonly<Record<Alarm, Telling>> = {
  notice_waits: HOURLY,
  notice_broken: { to: controllers, everyMs: 3 * HOUR_MS },
  event_waits: HOURLY,
  quarantine: { to: moderators, everyMs: 3 * HOUR_MS, waitsForDay: true },
  token_refused: HOURLY,
  our_mistake: HOURLY,
};

export interface AlarmDeps extends PeopleDeps {
  readonly notices: Notices;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly city: City;
  /** Tells an alarm where the messenger is not needed for it. Never throws. */
  readonly tellOutside?: (alarm: OutsideAlarm) => Promise<void>;
}

/**
 * Says in the log and to whom it concerns that something needs a person, once in its time for each alarm, and to the
 * operator's own address, if there is one. `ageMs`: how long what is waited for has waited.
 */
export async function raiseAlarm(deps: AlarmDeps, alarm: Alarm, ageMs?: number): Promise<void> {
  const { to, everyMs, waitsForDay } = TOLD[alarm];
  await deps.tellOutside?.({ alarm, everyMs, ...(ageMs !== undefined && { ageMs }) });
  const now = deps.clock();
  const dueAt = waitsForDay ? nextDaytime(now, deps.city) : now;
  const about = { eventId: `alarm-${Math.floor(now.getTime() / everyMs)}`, step: alarm };
  const notices = (await to(deps)).map((id) => aNotice('alarm', privateChatOf(id), about, { now, dueAt }));
  const known = await Promise.all(notices.map(({ id }) => deps.notices.find(id)));
  if (notices.length > 0 && known.every(Boolean)) return;
  deps.log.error({ alarm }, 'something needs a person');
  await deps.notices.insert(notices);
  for (const notice of notices) await deps.jobs.deliverTo(notice);
}

type OnRefusal = (word: string, kind: string) => void;

/** Raises the alarm about each refusal of the messenger that shows a mistake of ours; `count` is told of all of them. */
export const alarmedByMistakes =
  (deps: AlarmDeps, count: OnRefusal): OnRefusal =>
  (word, kind) => {
    count(word, kind);
    // Nobody waits for it: one that cannot be kept now is raised by the next mistake.
    if (kind === 'our_bug') void raiseAlarm(deps, 'our_mistake').catch(() => undefined);
  };
