import type { Attachment } from '../domain/appeal';
import { returnForRework } from '../domain/citizen-decisions';
import { findCategory, type City } from '../domain/city';
import type { Instant } from '../domain/instant';
import { may, type Actor } from '../domain/permissions';
import { termsFor } from '../domain/term';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** A new target term of the category, at most the 15 days of a simple appeal. */
function reworkDueAt(city: City, categoryCode: string, now: Instant): Instant {
  const target = findCategory(city, categoryCode)?.target ?? { amount: 15, unit: 'calendar_days' };
  return termsFor({ complexity: 'simple', target, kind: 'application' }, now, city).dueAt;
}

/** The citizen says «not solved» about an answer. Refuses as the decision does. */
export function returnAppealForRework(
  deps: AppealDeps & { city: City },
  input: {
    actor: Actor;
    appealId: string;
    commandId: string;
    ordinal: number;
    reason: string;
    attachments: readonly Attachment[];
  },
): Promise<Changed> {
  const { actor, appealId, commandId, ...said } = input;
  const windowDays = deps.city.reworkWindowDays;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.returnForRework(actor, appeal),
    decide: (appeal, now) => {
      const dueAt = reworkDueAt(deps.city, appeal.category, now);
      return returnForRework(appeal, { id: commandId, by: actor.id, ...said, dueAt, windowDays }, now);
    },
  });
}
