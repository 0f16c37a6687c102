import { findCategory, type City } from '../domain/city';
import type { Instant } from '../domain/instant';
import { termsFor } from '../domain/term';

/** A new target term of the category from now on, at most the 15 days of a simple appeal. */
export function newTargetTerm(city: City, categoryCode: string, now: Instant): Instant {
  const target = findCategory(city, categoryCode)?.target ?? { amount: 15, unit: 'calendar_days' };
  return termsFor({ complexity: 'simple', target, kind: 'application' }, now, city).dueAt;
}
