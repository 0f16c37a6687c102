import type { Appeal } from './appeal';
import { AUTHOR_CATEGORIES, SOCIAL_STATUSES } from './author';
import type { City } from './city';
import { isConfirmed } from './closing';
import type { Instant } from './instant';
import { AUTHORSHIPS, FORMS, KIND_NUMBERS, record858, REPETITIONS, RESULTS, timelinessOf, type Record858, type Timeliness } from './record'; // prettier-ignore

/** One line of the council's report: an appeal without its words and its author. */
export interface Entry extends Record858 {
  readonly number: string;
  readonly registeredAt: Instant;
  readonly legalDueAt?: Instant;
  readonly timeliness: Timeliness;
  readonly isExtended: boolean;
  /** The citizen agreed that it is so. */
  readonly isConfirmed: boolean;
  readonly reworkCount: number;
}

export function entryOf(appeal: Appeal, city: City, now: Instant): Entry {
  const { number, registeredAt, legalDueAt, reworkCount, events } = appeal;
  return {
    ...record858(appeal, city),
    ...{ number, registeredAt, ...(legalDueAt && { legalDueAt }), reworkCount },
    timeliness: timelinessOf(appeal, now),
    isExtended: events.some(({ type }) => type === 'appeal.extended'),
    isConfirmed: isConfirmed(appeal),
  };
}

/** What is counted, in the order of the classifier. */
export const DIMENSIONS = [
  'form',
  'repetition',
  'kind',
  'authorship',
  'authorCategory',
  'socialStatus',
  'heading',
  'result',
  'timeliness',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const NUMBERS: Partial<Record<Dimension, Readonly<Record<string, string>>>> = {
  form: FORMS,
  repetition: REPETITIONS,
  kind: KIND_NUMBERS,
  authorship: AUTHORSHIPS,
  authorCategory: AUTHOR_CATEGORIES,
  socialStatus: SOCIAL_STATUSES,
  result: RESULTS,
};

/** The classifier's number of a value; the headings are numbered by the city. Empty where there is none. */
export function numberOf(dimension: Dimension, value: string): string {
  if (dimension === 'heading') return value === 'none' ? '' : value;
  return NUMBERS[dimension]?.[value] ?? '';
}

export interface Count {
  readonly value: string;
  readonly count: number;
}

/** Counts entries one by one, so that a year of them is never held at once. */
export class Tally {
  total = 0;
  extended = 0;
  reworked = 0;
  confirmed = 0;
  private readonly counts = new Map<Dimension, Map<string, number>>();

  add(entry: Entry): void {
    this.total += 1;
    if (entry.isExtended) this.extended += 1;
    if (entry.reworkCount > 0) this.reworked += 1;
    if (entry.isConfirmed) this.confirmed += 1;
    for (const dimension of DIMENSIONS) {
      const counted = this.counts.get(dimension) ?? new Map<string, number>();
      this.counts.set(dimension, counted.set(entry[dimension], (counted.get(entry[dimension]) ?? 0) + 1));
    }
  }

  /** The most frequent first. */
  of(dimension: Dimension): readonly Count[] {
    const counted = [...(this.counts.get(dimension) ?? [])].map(([value, count]) => ({ value, count }));
    return counted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
}
