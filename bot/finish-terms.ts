import { dayFrom } from '../domain/calendar';
import { NOT_KNOWN } from '../domain/declining';
import type { Draft } from '../domain/draft';
import { may } from '../domain/permissions';
import { askHeadForExtension } from '../use-cases/ask-for-extension';
import { declineAppeal } from '../use-cases/decline-appeal';
import { explainAppealDelay } from '../use-cases/explain-delay';
import { extendAppeal } from '../use-cases/extend-appeal';
import { forwardAppeal } from '../use-cases/forward-appeal';
import { returnIncompleteAppeal } from '../use-cases/return-incomplete';
import { writtenIn } from './dialogues/writing';
import type { Finished } from './drafting';
import { changing } from './finish-change';
import type { Visit } from './visit';

const longerTerm = ({ fields }: Draft) => ({
  day: dayFrom(String(fields.day)),
  reason: writtenIn(fields),
});

const extend = changing(
  ({ deps }, about, draft) => extendAppeal(deps, { ...about, ...longerTerm(draft) }),
  'staff-extended',
);

const askHead = changing(
  ({ deps }, about, draft) => askHeadForExtension(deps, { ...about, ...longerTerm(draft) }),
  'extension-sent',
);

/** Whoever may extend does; the others ask the head. */
async function extendOrAsk(visit: Visit, draft: Draft): Promise<Finished> {
  const appeal = await visit.deps.appeals.find(draft.subjectId ?? '');
  return appeal && may.extend(visit.actor, appeal) ? extend(visit, draft) : askHead(visit, draft);
}

const decline = changing(({ deps }, about, { fields }) => {
  const to = String(fields.to);
  const suggests = to === NOT_KNOWN ? {} : { suggests: to };
  return declineAppeal(deps, { ...about, reason: writtenIn(fields), ...suggests });
}, 'staff-declined');

/** What is written about terms, and about where an appeal belongs. */
export const FINISH_TERMS = {
  decline,
  delay: changing(
    ({ deps }, about, { fields }) => explainAppealDelay(deps, { ...about, reason: writtenIn(fields) }),
    'delay-sent',
  ),
  extension: extendOrAsk,
  forward: changing(
    ({ deps }, about, { fields }) => forwardAppeal(deps, { ...about, text: writtenIn(fields) }),
    'staff-forwarded',
  ),
  return: changing(
    ({ deps }, about, { fields }) => returnIncompleteAppeal(deps, { ...about, text: writtenIn(fields) }),
    'staff-returned',
  ),
};
