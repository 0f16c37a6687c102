import type { City } from '../domain/city';
import { closeByHand } from '../domain/controller-decisions';
import { noticeId } from '../domain/notices';
import { changing, type About, type AppealDeps, type Changed } from './change-appeal';
import type { Citizens, Notices } from './ports';

export type ClosingDeps = AppealDeps & {
  readonly city: City;
  readonly citizens: Pick<Citizens, 'find'>;
  readonly notices: Pick<Notices, 'find'>;
};

const closing = changing<{ ground: string; isReminded: boolean }, ClosingDeps>(
  'closeByHand',
  (appeal, command, now, { city }) => closeByHand(appeal, command, now, city),
);

/** The record knows it: the last reminder about the present answer has left for the citizen's chat. */
async function wasReminded(deps: ClosingDeps, appealId: string): Promise<boolean> {
  const appeal = await deps.appeals.find(appealId);
  const answered = appeal?.events.findLast(({ type }) => type === 'appeal.answered');
  const citizen = appeal && (await deps.citizens.find(appeal.citizenId));
  const step = deps.city.reminders.rateAfterDays.at(-1);
  if (!answered || !citizen || !step) return false;
  const about = { eventId: answered.id, step: String(step) };
  return (await deps.notices.find(noticeId('rate_reminder', citizen, about)))?.state === 'sent';
}

/** A controller closes by hand what a silent, reminded citizen did not judge. Refuses as `closeByHand` does. */
export async function closeAppealByHand(
  deps: ClosingDeps,
  about: About & { ground: string },
): Promise<Changed> {
  return closing(deps, { ...about, isReminded: await wasReminded(deps, about.appealId) });
}
