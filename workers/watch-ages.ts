import { MINUTE_MS, type Instant } from '../domain/instant';
import { dueSince, type Notice } from '../domain/notice';
import { raiseAlarm } from '../use-cases/raise-alarm';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;
/** With the time between two looks the alarm comes within five minutes. */
const ALARM_AFTER_MS = 4 * MINUTE_MS;

const isOld = (ageMs: number): boolean => ageMs > ALARM_AFTER_MS;

const ageOf = (notice: Notice | undefined, now: Instant): number =>
  notice ? now.getTime() - dueSince(notice).getTime() : 0;

async function watchNotices(deps: WorkerDeps, now: Instant): Promise<void> {
  const oldest = await deps.notices.oldestWaiting(now, { isStuck: false });
  const ageMs = ageOf(oldest, now);
  if (!oldest || !isOld(ageMs)) return;
  deps.log.error({ notice: oldest.id, ageMs, remark: oldest.remark }, 'a notice waits too long');
  await raiseAlarm(deps, 'notice_waits', ageMs);
}

/** Those this version cannot send have an alarm of their own: they would hide what begins to wait behind them. */
async function watchStuck(deps: WorkerDeps, now: Instant): Promise<void> {
  const ageMs = ageOf(await deps.notices.oldestWaiting(now, { isStuck: true }), now);
  if (isOld(ageMs)) await raiseAlarm(deps, 'notice_broken', ageMs);
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

/** What was put aside waits for a person from the first moment. */
async function watchQuarantine(deps: WorkerDeps, now: Instant): Promise<void> {
  const [oldest] = (await deps.quarantine.waiting(1)).entries;
  if (oldest) await raiseAlarm(deps, 'quarantine', now.getTime() - oldest.at.getTime());
}

/**
 * Raises an alarm about the oldest notice that is due, the oldest that this version cannot send, the oldest event without
 * notices and the oldest message put aside. Waits for no delivery.
 */
export async function watchAges(deps: WorkerDeps): Promise<void> {
  const now = deps.clock();
  await watchNotices(deps, now);
  await watchStuck(deps, now);
  await watchEvents(deps, now);
  await watchQuarantine(deps, now);
}
