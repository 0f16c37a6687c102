import {
  asLastWritten,
  BREACH_WORDS,
  NOT_TOLD,
  type Breach,
  type BreachEntry,
  type BreachWords,
} from '../domain/breach';
import { localTime, noonOf } from '../domain/calendar';
import type { City } from '../domain/city';
import { excerpt } from '../domain/masking';
import type { Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

const SHOWN = 8;

/** What a draft of an entry holds. */
export const breachWordsIn = (fields: Readonly<Record<string, unknown>>): BreachWords =>
  Object.fromEntries(
    BREACH_WORDS.flatMap((field) => (typeof fields[field] === 'string' ? [[field, fields[field]]] : [])),
  ) as unknown as BreachWords;

const isNotTold = (value: string): boolean => (NOT_TOLD as readonly string[]).includes(value);

function line(t: Texts, field: (typeof BREACH_WORDS)[number], value: string): Markup {
  if (field === 'noticedOn') return t('breach-noticedOn', { day: noonOf(value) });
  if (field !== 'peopleTold' && field !== 'ombudsmanTold') return t(`breach-${field}`, { text: value });
  return isNotTold(value) ? t(`breach-${field}-${value}`) : t(`breach-${field}-day`, { day: noonOf(value) });
}

/** What was written, a line a thing. */
export const breachLines = (t: Texts, words: BreachWords): Markup =>
  lines(
    ...BREACH_WORDS.flatMap((field) => {
      const value = words[field];
      return value ? [line(t, field, value)] : [];
    }),
  );

const summary = (t: Texts, breach: Breach): Markup => {
  const told = (field: 'peopleTold' | 'ombudsmanTold') => {
    const value = asLastWritten(breach, field);
    return value ? line(t, field, value) : undefined;
  };
  const { number, first, additions } = breach;
  return lines(
    t('breach-line', {
      ...{ number, day: noonOf(first.noticedOn ?? ''), happened: excerpt(first.happened, 80) },
      additions: additions.length,
    }),
    told('peopleTold'),
    told('ombudsmanTold'),
  );
};

interface Rights {
  readonly mayRecord: boolean;
}

/** The newest breaches, each with what can be opened; all of them are in the table. */
export function breachesScreen(t: Texts, breaches: readonly Breach[], { mayRecord }: Rights): Screen {
  const shown = breaches.slice(-SHOWN).reverse();
  const open = shown.map(({ number, first }) => ({ label: `№ ${number}`, token: `br.${first.id}` }));
  return {
    text: paragraphs(
      t('breach-title'),
      ...(shown.length > 0 ? shown.map((breach) => summary(t, breach)) : [t('breach-empty')]),
      breaches.length > SHOWN && t('breach-older', { count: breaches.length - SHOWN }),
    ),
    choices: [
      open.slice(0, SHOWN / 2),
      open.slice(SHOWN / 2),
      mayRecord ? [button(t, 'choice-breach-new', 'brn')] : [],
      breaches.length > 0 ? [button(t, 'choice-breach-table', 'brx')] : [],
    ].filter((row) => row.length > 0),
  };
}

/** One breach with all that was written of it. */
export const breachScreen = (
  t: Texts,
  { number, first, additions }: Breach,
  { mayRecord }: Rights,
): Screen => ({
  text: paragraphs(
    lines(t('breach-one', { number, at: first.at }), breachLines(t, first)),
    ...additions.map((entry) => lines(t('breach-added', { at: entry.at }), breachLines(t, entry))),
  ),
  choices: [
    ...(mayRecord ? [[button(t, 'choice-breach-add', `brn.${first.id}`)]] : []),
    [button(t, 'choice-breach-all', 'br')],
  ],
});

export const BREACH_COLUMNS = [
  ...['number', 'addition', 'at', 'by', 'noticedOn', 'happened', 'kinds', 'people', 'measures'],
  ...['peopleTold', 'ombudsmanTold'],
] as const;

type Row = readonly (string | number | undefined)[];

const toldCell = (t: Texts, told: string | undefined) =>
  told && isNotTold(told) ? t.plain(`choice-told-${told}`) : told;

/** A row an entry, the first of each breach and then what was added to it. */
export function breachRows(t: Texts, { timeZone }: City, breaches: readonly Breach[]): Row[] {
  const row = (number: number, addition: number, entry: BreachEntry): Row => [
    number,
    addition,
    localTime(entry.at, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '),
    ...[entry.by, entry.noticedOn, entry.happened, entry.kinds, entry.people, entry.measures],
    ...[toldCell(t, entry.peopleTold), toldCell(t, entry.ombudsmanTold)],
  ];
  return [
    BREACH_COLUMNS.map((name) => t.plain(`column-${name}`)),
    ...breaches.flatMap(({ number, first, additions }) =>
      [first, ...additions].map((entry, index) => row(number, index, entry)),
    ),
  ];
}

/** The log as a document. */
export const breachTableScreen = (t: Texts, csv: string, count: number): Screen => ({
  text: t('breach-exported', { count }),
  files: [{ kind: 'document', bytes: new TextEncoder().encode(csv), name: 'breaches.csv' }],
});
