import { complete, type Completion } from '../domain/citizen-decisions';
import type { City } from '../domain/city';
import { changing, type AppealDeps } from './change-appeal';
import { newTargetTerm } from './new-target-term';

/** The citizen adds what a returned appeal lacked; its target term is never later than a legal one still ahead. */
export const completeAppeal = changing<Completion, AppealDeps & { city: City }>(
  'complete',
  (appeal, command, now, { city }) => {
    const target = newTargetTerm(city, appeal.category, now);
    const { legalDueAt } = appeal;
    const dueAt = legalDueAt && legalDueAt > now && legalDueAt < target ? legalDueAt : target;
    return complete(appeal, { ...command, dueAt }, now);
  },
);
