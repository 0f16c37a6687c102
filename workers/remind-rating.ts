import { lastAnswer, type Appeal } from '../domain/appeal';
import { nextDaytime } from '../domain/calendar';
import { plannedAt, promiseOf } from '../domain/follow-up';
import { after, DAY_MS, type Instant } from '../domain/instant';
import { aNotice } from '../domain/notices';
import { byItself } from './by-itself';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 500;

/** The latest reminder whose day has come: after a long pause one is sent, not all at once. */
const stepDue = (since: Instant, days: readonly number[], now: Instant): number | undefined =>
  days.filter((day) => after(since, day * DAY_MS) <= now).at(-1);

async function remind(deps: WorkerDeps, appeal: Appeal, now: Instant): Promise<void> {
  const answer = lastAnswer(appeal);
  const event = appeal.events.findLast(({ type }) => type === 'appeal.answered');
  const promise = promiseOf(appeal);
  // What was planned is asked about on its day; before it there is nothing to rate.
  const since = promise ? plannedAt(promise, deps.city) : answer?.at;
  const step = since && stepDue(since, deps.city.reminders.rateAfterDays, now);
  const citizen = step && (await deps.citizens.find(appeal.citizenId));
  if (!event || !citizen || !citizen.isReachable || citizen.forgetting) return;
  const about = { eventId: event.id, appealId: appeal.id, step: String(step) };
  const notice = aNotice('rate_reminder', citizen, about, { now, dueAt: nextDaytime(now, deps.city) });
  if (await deps.notices.find(notice.id)) return;
  await deps.notices.insert([notice]);
  await deps.jobs.deliverTo(citizen);
}

/** Asks citizens who have not said whether it is solved, on the days of the city pack, in daytime. Closes nothing. */
export async function remindRating(deps: WorkerDeps): Promise<void> {
  const now = deps.clock();
  for (const day of deps.city.reminders.rateAfterDays)
    for (const appeal of await deps.appeals.answeredBefore(after(now, -day * DAY_MS), AT_ONCE))
      await byItself(deps, { appeal: appeal.id }, () => remind(deps, appeal, now));
}
