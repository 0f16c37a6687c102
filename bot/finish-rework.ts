import type { Draft } from '../domain/draft';
import { cardScreen } from '../screens/citizen-screens';
import { starsScreen } from '../screens/rating-screens';
import { confirmAnswer } from '../use-cases/confirm-answer';
import { returnAppealForRework } from '../use-cases/return-for-rework';
import type { Finished } from './drafting';
import { changing, written, writtenByCitizen } from './finish-change';
import type { Visit } from './visit';

const ordinalOf = ({ fields }: Draft) => Number(fields.ordinal);

const sentBack = changing((visit, about, draft) => {
  const { text: reason, ...given } = writtenByCitizen(visit, draft);
  return returnAppealForRework(visit.deps, { ...about, ...given, reason, ordinal: ordinalOf(draft) });
}, 'rework-sent');

const agreed = changing(
  ({ deps }, about, draft) => confirmAnswer(deps, { ...about, ...written(draft), ordinal: ordinalOf(draft) }),
  'ask-stars',
);

/** «Solved» about what is closed already leaves it so. */
async function solved(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps, t } = visit;
  const finished = await agreed(visit, draft);
  const appeal = await deps.appeals.find(draft.subjectId ?? '');
  if (appeal?.status !== 'closed') return finished;
  const isRated = appeal.rating !== undefined;
  const screen = isRated ? cardScreen(t, deps.city, appeal, deps.clock()) : starsScreen(t, appeal);
  return { isDone: true, screen };
}

/** Words about an answer go as their author said: the appeal is closed, or back with the executor. */
export const finishRework = (visit: Visit, draft: Draft): Promise<Finished> =>
  (draft.fields.verdict === 'solved' ? solved : sentBack)(visit, draft);
