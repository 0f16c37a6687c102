import type { Act } from '../domain/act';
import { localTime } from '../domain/calendar';
import { findCategory, findDepartment, type City, type Names } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { FiledAppeal } from '../domain/statistics';
import { standing } from './decided-line';
import { actName } from './oversight-screens';
import type { Texts } from './texts';

type Row = readonly (string | number | undefined)[];

/** `2026-11-20 12:05` on the city's clock: sorts as text and is a date to a spreadsheet. */
const moment = (at: Date | undefined, { timeZone }: City): string | undefined =>
  at && localTime(at, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

const named = (found: { readonly names: Names } | undefined, code: string, t: Texts) =>
  found ? nameIn(found.names, t.language) : code;

const heads = (t: Texts, keys: readonly string[]): Row => keys.map((key) => t.plain(`column-${key}`));

export const APPEAL_COLUMNS = [
  ...['number', 'registered', 'kind', 'category', 'complexity', 'department', 'district', 'status'],
  ...['outcome', 'due', 'legal', 'answered', 'answers', 'reworks', 'stars', 'joined'],
] as const;

/** A row an appeal: how it went, and nothing about people. */
export const appealRows = (t: Texts, city: City, filed: readonly FiledAppeal[]): Row[] => [
  heads(t, APPEAL_COLUMNS),
  ...filed.map((appeal) => [
    appeal.number,
    moment(appeal.registeredAt, city),
    t.plain(`kind-${appeal.kind}`),
    named(findCategory(city, appeal.category), appeal.category, t),
    appeal.complexity,
    named(findDepartment(city, appeal.department), appeal.department, t),
    named(city.districts.find(({ code }) => code === appeal.place?.district), appeal.place?.district ?? '', t), // prettier-ignore
    t.plain(`staff-status-${standing(appeal)}`),
    appeal.outcome && t.plain(`outcome-${appeal.outcome}`),
    moment(appeal.dueAt, city),
    moment(appeal.legalDueAt, city),
    moment(appeal.answers[0]?.at, city),
    appeal.answers.length,
    appeal.reworkCount,
    appeal.rating?.stars,
    appeal.leadId ? 1 : 0,
  ]),
];

export const ACT_COLUMNS = ['at', 'by', 'act', 'number', 'about', 'facts'] as const;

/** What may be told of an act outside: never whom it was about in life, nor words somebody wrote. */
const TOLD_FACTS: readonly string[] = ['role', 'department', 'desk', 'what', 'count', 'file', 'by', 'days', 'channel']; // prettier-ignore

const factsOf = (facts: Readonly<Record<string, string>>): string =>
  TOLD_FACTS.flatMap((name) => (facts[name] ? [`${name}: ${facts[name]}`] : [])).join(', ');

/** A change of account is done to a resident, and asked for by one. */
function peopleOf({ by, what, about, facts = {} }: Act): Pick<Partial<Act>, 'by' | 'about'> {
  if (!what.startsWith('account.')) return { by, ...(about && { about }) };
  return [facts.from, facts.to].includes(by) ? {} : { by };
}

/** A row an act of the staff: ids of colleagues and appeals, and none of the words that went with it. */
export const actRows = (t: Texts, city: City, acts: readonly Act[]): Row[] => [
  heads(t, ACT_COLUMNS),
  ...acts.map((act) => {
    const { by, about } = peopleOf(act);
    return [moment(act.at, city), by, actName(t, act.what), act.number, about, factsOf(act.facts ?? {})];
  }),
];
