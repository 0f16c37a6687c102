import { localDay } from '../domain/calendar';
import type { City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { DIMENSIONS, numberOf, type Dimension, type Entry, type Tally } from '../domain/report';
import type { Texts } from './texts';

type Name = (t: Texts, value: string, city: City) => string;

const NAMES: Record<Dimension, Name> = {
  form: (t, value) => t.plain(`form-${value}`),
  repetition: (t, value) => t.plain(`repetition-${value}`),
  kind: (t, value) => t.plain(`report-kind-${value}`),
  authorship: (t, value) => t.plain(`authorship-${value}`),
  authorCategory: (t, value) => t.plain(`author-${value}`),
  socialStatus: (t, value) => t.plain(`social-${value}`),
  heading: (t, value, { headings }) => {
    const heading = headings.find(({ code }) => code === value);
    return heading ? nameIn(heading.names, t.language) : t.plain('report-no-heading');
  },
  result: (t, value) => t.plain(`result-${value}`),
  timeliness: (t, value) => t.plain(`timeliness-${value}`),
};

/** «7.13 Багатодітна сім’я»: number and name in one cell, so that no spreadsheet takes 7.13 for a date. */
const named = (t: Texts, city: City, dimension: Dimension, value: string): string =>
  [numberOf(dimension, value), NAMES[dimension](t, value, city)].filter(Boolean).join(' ');

export const reportHeader = (t: Texts): string[] => [
  t.plain('report-number'),
  t.plain('report-registered'),
  ...DIMENSIONS.map((dimension) => t.plain(`report-${dimension}`)),
  t.plain('report-legal-term'),
  ...[t.plain('report-extended'), t.plain('report-reworks'), t.plain('report-confirmed')],
];

/** One appeal: no words of anybody, no names, no place. */
export function reportRow(t: Texts, city: City, entry: Entry): string[] {
  const dayOf = (at: Date) => localDay(at, city.timeZone).toString();
  const yesNo = (is: boolean) => t.plain(is ? 'report-yes' : 'report-no');
  return [
    entry.number,
    dayOf(entry.registeredAt),
    ...DIMENSIONS.map((dimension) => named(t, city, dimension, entry[dimension])),
    entry.legalDueAt ? dayOf(entry.legalDueAt) : '',
    ...[yesNo(entry.isExtended), String(entry.reworkCount), yesNo(entry.isConfirmed)],
  ];
}

const WIDTH = 60;

const countLine = (name: string, count: number): string =>
  `  ${name} ${'.'.repeat(Math.max(3, WIDTH - name.length))} ${count}`;

/** The same in figures, for somebody at a terminal. */
export function reportSummary(
  t: Texts,
  city: City,
  { tally, from, to }: { tally: Tally; from: string; to: string },
): string {
  const { total, extended, reworked, confirmed } = tally;
  const sections = DIMENSIONS.map((dimension) =>
    [
      t.plain(`report-${dimension}`),
      ...tally.of(dimension).map(({ value, count }) => countLine(named(t, city, dimension, value), count)),
    ].join('\n'),
  );
  const figures = [
    countLine(t.plain('report-extended'), extended),
    countLine(t.plain('report-reworked'), reworked),
    countLine(t.plain('report-confirmed'), confirmed),
  ];
  const head = t.plain(total === 0 ? 'report-empty' : 'report-head', { from, to, total });
  return [head, ...(total === 0 ? [] : [...sections, figures.join('\n')])].join('\n\n');
}
