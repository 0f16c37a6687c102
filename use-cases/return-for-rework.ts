import type { Attachment } from '../domain/appeal';
import { returnForRework } from '../domain/citizen-decisions';
import { findCategory, type City } from '../domain/city';
import type { Instant } from '../domain/instant';
import { termsFor } from '../domain/term';
import { changing, type AppealDeps } from './change-appeal';

/** A new target term of the category, at most the 15 days of a simple appeal. */
function reworkDueAt(city: City, categoryCode: string, now: Instant): Instant {
  const target = findCategory(city, categoryCode)?.target ?? { amount: 15, unit: 'calendar_days' };
  return termsFor({ complexity: 'simple', target, kind: 'application' }, now, city).dueAt;
}

type Given = { ordinal: number; reason: string; attachments: readonly Attachment[] };

/** The citizen says «not solved» about an answer. */
export const returnAppealForRework = changing<Given, AppealDeps & { city: City }>(
  'returnForRework',
  (appeal, command, now, { city }) => {
    const dueAt = reworkDueAt(city, appeal.category, now);
    return returnForRework(appeal, { ...command, dueAt, windowDays: city.reworkWindowDays }, now);
  },
);
