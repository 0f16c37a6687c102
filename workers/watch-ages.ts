import { MINUTE_MS, type Instant } from '../domain/instant';
import { dueSince } from '../domain/notice';
import { raiseAlarm } from '../use-cases/raise-alarm';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;
/** With the time between two looks the alarm comes within five minutes. */
const ALARM_AFTER_MS = 4 * MINUTE_MS;

const isOld = (ageMs: number): boolean => ageMs > ALARM_AFTER_MS;

async function watchNotices(deps: WorkerDeps, now: Instant): Promise<void> {
  const oldest = await deps.notices.oldestWaiting(now);
  const ageMs = oldest ? now.getTime() - dueSince(oldest).getTime() : 0;
  if (!oldest || !isOld(ageMs)) return;
  deps.log.error({ notice: oldest.id, ageMs, remark: oldest.remark }, 'a notice waits too long');
  await raiseAlarm(deps, 'notice_waits', ageMs);
}

/** The events nobody has made notices of, each with its appeal and its age. */
async function unexpanded({ appeals }: WorkerDeps, now: Instant) {
  const found = await appeals.unexpanded(AT_ONCE);
  const each = found.map(async ({ id, events }) => {
    const ids = await appeals.unexpandedEventIds(id);
    const waiting = events.filter((event) => ids.includes(event.id));
    return waiting.map(({ at }) => ({ appeal: id, ageMs: now.getTime() - at.getTime() }));
  });
  return (await Promise.all(each)).flat();
}

async function watchEvents(deps: WorkerDeps, now: Instant): Promise<void> {
  const [oldest] = (await unexpanded(deps, now)).sort((one, other) => other.ageMs - one.ageMs);
  if (!oldest || !isOld(oldest.ageMs)) return;
  deps.log.error(oldest, 'an event has had no notices for too long');
  await raiseAlarm(deps, 'event_waits', oldest.ageMs);
}

/** Raises an alarm about the oldest notice that is due and the oldest event without notices. Waits for no delivery. */
export async function watchAges(deps: WorkerDeps): Promise<void> {
  const now = deps.clock();
  await watchNotices(deps, now);
  await watchEvents(deps, now);
}
