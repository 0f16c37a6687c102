import type { Temporal } from '@js-temporal/polyfill';
import type { AppealKind } from './appeal';
import { addWorkingDays, addWorkingHours, endOfDay, localDay, nextWorkingDay } from './calendar';
import type { City, Complexity, TargetTerm } from './city';
import { HOUR_MS, after } from './instant';
import type { Instant } from './instant';

export interface Terms {
  /** What the city promises: the category's target, never later than the law. */
  readonly dueAt: Instant;
  /** Art. 20; absent for a message, which is no appeal under art. 5. */
  readonly legalDueAt?: Instant;
}

export interface TermBasis {
  readonly complexity: Complexity;
  readonly target: TargetTerm;
  readonly kind: AppealKind;
}

export type CityTime = Pick<City, 'calendar' | 'timeZone'>;

/** Art. 20: what needs no further study is answered within 15 days, the rest within a month. */
const LEGAL_TERM = {
  emergency: { days: 15 },
  simple: { days: 15 },
  usual: { months: 1 },
  hard: { months: 1 },
} as const satisfies Record<Complexity, Temporal.DurationLike>;

/** Art. 20: calendar days from registration; a last day that is a day off moves to the next working day. */
function legalDueAt(complexity: Complexity, registeredAt: Instant, city: CityTime): Instant {
  return endOfTerm(localDay(registeredAt, city.timeZone).add(LEGAL_TERM[complexity]), city);
}

/** Art. 20: the last second of a term's last day; a day off moves to the next working day. */
export const endOfTerm = (lastDay: Temporal.PlainDate, city: CityTime): Instant =>
  endOfDay(nextWorkingDay(lastDay, city.calendar), city.timeZone);

const LONGEST_TERM = { days: 45 };

/** Art. 20: the last day an extension may name, 45 calendar days from registration, before a day off moves it. */
export const longestTermEndsOn = (
  registeredAt: Instant,
  { timeZone }: Pick<City, 'timeZone'>,
): Temporal.PlainDate => localDay(registeredAt, timeZone).add(LONGEST_TERM);

function targetDueAt({ complexity, target }: TermBasis, registeredAt: Instant, city: CityTime): Instant {
  const day = localDay(registeredAt, city.timeZone);
  switch (target.unit) {
    case 'hours':
      // Emergency crews work at night and on Sunday, offices do not.
      return complexity === 'emergency'
        ? after(registeredAt, target.amount * HOUR_MS)
        : addWorkingHours(registeredAt, target.amount, city);
    case 'working_days':
      return endOfDay(addWorkingDays(day, target.amount, city.calendar), city.timeZone);
    case 'calendar_days':
      return endOfTerm(day.add({ days: target.amount }), city);
  }
}

/** The terms of an appeal registered at a moment: the promised one and, unless it is a message, the legal one. */
export function termsFor(basis: TermBasis, registeredAt: Instant, city: CityTime): Terms {
  const legal = legalDueAt(basis.complexity, registeredAt, city);
  const target = targetDueAt(basis, registeredAt, city);
  const dueAt = target < legal ? target : legal;
  return basis.kind === 'message' ? { dueAt } : { dueAt, legalDueAt: legal };
}

const SIFTING = { days: 5 };

/** Art. 7: the fifth day from registration, before a day off moves it. */
export const siftingEndsOn = (
  registeredAt: Instant,
  { timeZone }: Pick<City, 'timeZone'>,
): Temporal.PlainDate => localDay(registeredAt, timeZone).add(SIFTING);

/** Art. 7: what is not ours is forwarded and what is incomplete is returned within five days of registration. */
export const siftingEndsAt = (registeredAt: Instant, city: CityTime): Instant =>
  endOfTerm(siftingEndsOn(registeredAt, city), city);

export const isPastSifting = (registeredAt: Instant, at: Instant, city: CityTime): boolean =>
  at > siftingEndsAt(registeredAt, city);
