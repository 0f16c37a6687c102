import type { Appeal } from '../domain/appeal';
import { isWindowOver } from '../domain/citizen-decisions';
import type { Fields } from '../domain/draft';
import { button } from '../screens/menu-screens';
import { REASONS, reasonsScreen, starsScreen } from '../screens/rating-screens';
import { confirmAnswer } from '../use-cases/confirm-answer';
import { rateAppeal } from '../use-cases/rate-appeal';
import { aside } from './aside';
import { begin, proceed } from './conversation';
import type { Press, Subjects } from './on-appeal';
import { ofOwn, refusedWithCard, showCard } from './own-appeal';
import { presentDraft } from './present-draft';
import { tellHelp } from './tell-help';
import type { Reply, Visit } from './visit';

async function solved(visit: Visit, appeal: Appeal, [, ordinal]: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const about = { actor, appealId: appeal.id, commandId: incoming.id };
  const changed = await confirmAnswer(deps, { ...about, ordinal: Number(ordinal) });
  if (changed.ok) return { screen: starsScreen(t, changed.appeal) };
  const isClosedAlready = changed.appeal?.status === 'closed' && !changed.appeal.rating;
  return isClosedAlready
    ? { screen: starsScreen(t, appeal) }
    : refusedWithCard(visit, changed.appeal ?? appeal, changed.refusal);
}

async function notSolved(
  visit: Visit,
  appeal: Appeal,
  [, ordinal]: Subjects,
  said: Fields = {},
): Promise<Reply> {
  const { city, clock } = visit.deps;
  const last = appeal.answers.at(-1)?.ordinal;
  if (last !== Number(ordinal)) return refusedWithCard(visit, appeal, 'old_answer');
  if (appeal.status !== 'answered' && appeal.status !== 'closed')
    return refusedWithCard(visit, appeal, 'wrong_status');
  if (isWindowOver(appeal, city.reworkWindowDays, clock()))
    return refusedWithCard(visit, appeal, 'window_over');
  return begin(visit, {
    kind: 'rework',
    subjectId: appeal.id,
    fields: { ordinal: last, verdict: 'not_solved', ...said },
  });
}

/** The answer's own button, pressed while words about it wait for the same verdict. */
const orAtVerdict =
  (value: string, judge: (visit: Visit, appeal: Appeal, subjects: Subjects) => Promise<Reply>): Press =>
  async (visit, subjects) => {
    const open = await presentDraft(visit);
    const isAsked = open?.kind === 'rework' && open.fields.verdict === undefined;
    const isSame = open?.subjectId === subjects[0] && open?.fields.ordinal === Number(subjects[1]);
    return isAsked && isSame
      ? proceed(visit, open, { kind: 'choice', value, field: 'verdict' })
      : ofOwn(judge)(visit, subjects);
  };

/** The promised day came and nothing was done: the words are there already, more are welcome. */
async function notYetDone(visit: Visit, appeal: Appeal, subjects: Subjects): Promise<Reply> {
  const { t, incoming } = visit;
  const pieces = [{ messageId: incoming.id, text: t.plain('planned-not-done') }];
  return notSolved(visit, appeal, subjects, { pieces });
}

const askStars = (visit: Visit, appeal: Appeal) =>
  appeal.status === 'closed'
    ? aside(visit, starsScreen(visit.t, appeal, false))
    : refusedWithCard(visit, appeal, 'wrong_status');

async function giveStars(visit: Visit, appeal: Appeal, [, stars]: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const rating = { ...appeal.rating, stars: Number(stars) as 1 | 2 | 3 | 4 | 5, reasons: [] };
  const rated = await rateAppeal(deps, { actor, appealId: appeal.id, commandId: incoming.id, rating });
  return rated.ok
    ? { screen: reasonsScreen(t, rated.appeal) }
    : refusedWithCard(visit, appeal, rated.refusal);
}

/** A reason tapped once is chosen, tapped again it is not. */
async function giveReason(visit: Visit, appeal: Appeal, [, reason = '']: Subjects): Promise<Reply> {
  const { deps, actor, t, incoming } = visit;
  const known: readonly string[] = [...REASONS.good, ...REASONS.bad];
  if (!appeal.rating || !known.includes(reason)) return showCard(visit, appeal);
  const { reasons } = appeal.rating;
  const changed = reasons.includes(reason) ? reasons.filter((one) => one !== reason) : [...reasons, reason];
  const rating = { ...appeal.rating, reasons: changed };
  const rated = await rateAppeal(deps, { actor, appealId: appeal.id, commandId: incoming.id, rating });
  return rated.ok
    ? { screen: reasonsScreen(t, rated.appeal) }
    : refusedWithCard(visit, appeal, rated.refusal);
}

const rated = (visit: Visit) =>
  aside(visit, { text: visit.t('rated'), choices: [[button(visit.t, 'menu-start', 'start')]] });

/** How the author judges what was done: solved or not, whether another body helped, and how good it was. */
export const VERDICT_PRESSES: Readonly<Record<string, Press>> = {
  ok: orAtVerdict('solved', solved),
  no: orAtVerdict('not_solved', (visit, appeal, subjects) => notSolved(visit, appeal, subjects)),
  ny: ofOwn(notYetDone),
  help: ofOwn(tellHelp),
  stars: ofOwn(askStars),
  star: ofOwn(giveStars),
  why: ofOwn(giveReason),
  com: ofOwn((visit, appeal) => begin(visit, { kind: 'rating', subjectId: appeal.id })),
  rated,
};
