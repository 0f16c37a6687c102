import type { Appeal } from '../domain/appeal';
import { nextDaytime } from '../domain/calendar';
import { after, DAY_MS, type Instant } from '../domain/instant';
import { aNotice } from '../domain/notices';
import { ratingReminder } from '../domain/rating-reminder';
import { byItself } from './by-itself';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 500;

/** Makes the reminder that is due; answers with when to look again. Whoever cannot be asked today may be tomorrow. */
async function remind(deps: WorkerDeps, appeal: Appeal, now: Instant): Promise<Instant | undefined> {
  const { day, nextAt } = ratingReminder(appeal, deps.city, now);
  const event = appeal.events.findLast(({ type }) => type === 'appeal.answered');
  const citizen = day && (await deps.citizens.find(appeal.citizenId));
  if (!event || !citizen) return nextAt;
  if (!citizen.isReachable || citizen.forgetting) return after(now, DAY_MS);
  const about = { eventId: event.id, appealId: appeal.id, step: String(day) };
  await deps.notices.insert([
    aNotice('rate_reminder', citizen, about, { now, dueAt: nextDaytime(now, deps.city) }),
  ]);
  await deps.jobs.deliverTo(citizen);
  return nextAt;
}

/**
 * Asks citizens who have not said whether it is solved, on the days of the city pack, in daytime: `atOnce` appeals in one
 * look, the longest due first. Closes nothing.
 */
export async function remindRating(deps: WorkerDeps, atOnce = AT_ONCE): Promise<void> {
  const now = deps.clock();
  for (const appeal of await deps.appeals.toRemind(now, atOnce))
    await byItself(deps, { appeal: appeal.id }, async () => {
      // Whatever becomes of it, the others have their turn before it is tried again.
      await deps.appeals.remindAgain(appeal, now);
      await deps.appeals.remindAgain(appeal, await remind(deps, appeal, now));
    });
}
