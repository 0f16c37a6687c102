import type { Instant } from './instant';

/** Whether somebody was told of it: a day (`2026-11-24`), or why not. */
export type Told = string;
export const NOT_TOLD = ['not_yet', 'not_needed'] as const;

/** What is written of a breach at a time, in the operator’s words. What was not known then is absent. */
export interface BreachWords {
  /** The day somebody noticed. */
  readonly noticedOn?: string;
  readonly happened: string;
  /** Which kinds of data. */
  readonly kinds?: string;
  /** How many people, about. */
  readonly people?: string;
  readonly measures?: string;
  readonly peopleTold?: Told;
  readonly ombudsmanTold?: Told;
}

/** In the order they are asked and told. */
export const BREACH_WORDS = [
  'noticedOn',
  'happened',
  'kinds',
  'people',
  'measures',
  'peopleTold',
  'ombudsmanTold',
] as const satisfies readonly (keyof BreachWords)[];

/** An entry of the log of breaches: only ever added. */
export interface BreachEntry extends BreachWords {
  readonly id: string;
  /** The first entry about this breach, where it is not the first. */
  readonly firstId?: string;
  readonly at: Instant;
  readonly by: string;
}

/** A breach: its first entry, and what was added since, oldest first. */
export interface Breach {
  readonly number: number;
  readonly first: BreachEntry;
  readonly additions: readonly BreachEntry[];
}

/** The entries as breaches, numbered from the oldest on. `entries` come oldest first. */
export const breachesIn = (entries: readonly BreachEntry[]): readonly Breach[] =>
  entries
    .filter(({ firstId }) => !firstId)
    .map((first, index) => ({
      number: index + 1,
      first,
      additions: entries.filter(({ firstId }) => firstId === first.id),
    }));

/** What is known by now: each thing as it was last written. */
export const asLastWritten = <Field extends keyof BreachWords>(
  { first, additions }: Breach,
  field: Field,
): BreachWords[Field] | undefined =>
  [first, ...additions].map((entry) => entry[field]).findLast((value) => value !== undefined);
