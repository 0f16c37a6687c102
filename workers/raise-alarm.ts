import { HOUR_MS } from '../domain/instant';
import type { Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { Screen } from '../messengers/messenger';

import { controllers } from '../use-cases/post-holders';
import { privateChatOf } from '../use-cases/tell-person';
import type { WorkerDeps } from './worker-deps';

export const ALARMS = ['notice_waits', 'event_waits', 'token_refused'] as const;
export type Alarm = (typeof ALARMS)[number];

/**
 * Says in the log and to the controllers that something needs a person, once in an hour for each alarm, and to the
 * operator's own address, if there is one. `ageMs`: how long what is waited for has waited.
 */
export async function raiseAlarm(deps: WorkerDeps, alarm: Alarm, ageMs?: number): Promise<void> {
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

export const alarmScreen = ({ textsFor, city }: WorkerDeps, { step }: Notice): Screen => ({
  text: textsFor(city.languages[0] ?? 'uk')(`alarm-${step}`),
});
