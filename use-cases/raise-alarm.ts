import { HOUR_MS } from '../domain/instant';
import { aNotice } from '../domain/notices';
import type { Clock, Jobs, Log, Notices } from './ports';
import { controllers, type PeopleDeps } from './post-holders';
import { privateChatOf } from './tell-person';

export const ALARMS = ['notice_waits', 'event_waits', 'token_refused', 'our_mistake'] as const;
export type Alarm = (typeof ALARMS)[number];

export interface AlarmDeps extends PeopleDeps {
  readonly notices: Notices;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  /** Tells an alarm where the messenger is not needed for it. */
  readonly tellOutside?: (alarm: { readonly alarm: string; readonly ageMs?: number }) => Promise<void>;
}

/**
 * Says in the log and to the controllers that something needs a person, once in an hour for each alarm, and to the
 * operator's own address, if there is one. `ageMs`: how long what is waited for has waited.
 */
export async function raiseAlarm(deps: AlarmDeps, alarm: Alarm, ageMs?: number): Promise<void> {
  await deps.tellOutside?.({ alarm, ...(ageMs !== undefined && { ageMs }) });
  const now = deps.clock();
  const about = { eventId: `alarm-${Math.floor(now.getTime() / HOUR_MS)}`, step: alarm };
  const notices = (await controllers(deps)).map((id) =>
    aNotice('alarm', privateChatOf(id), about, { now, dueAt: now }),
  );
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
