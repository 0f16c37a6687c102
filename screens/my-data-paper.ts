import { findCategory, findDepartment, type City, type Names } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { Standing } from '../domain/closing';
import type { Paper } from '../domain/paper';
import { readOf, type PersonalCollection } from '../domain/personal-fields';
import type { PersonalData } from '../domain/personal-data';
import { standing } from './decided-line';
import { actName } from './oversight-screens';
import type { Texts } from './texts';

type Value = Readonly<Record<string, unknown>>;

const named = (t: Texts, found: { readonly names: Names } | undefined, code: string): string =>
  found ? nameIn(found.names, t.language) : code;

const known = (t: Texts, key: string, code: string): string => (t.has(key) ? t.plain(key) : code);

type Say = (t: Texts, city: City, code: string) => string;

/** Codes in words; what has no words stays a code. */
const SAID: Readonly<Record<string, Say>> = {
  status: (t, _city, code) => known(t, `status-${code}`, code),
  outcome: (t, _city, code) => known(t, `outcome-${code}`, code),
  language: (t, _city, code) => known(t, `language-${code}`, code),
  authorCategory: (t, _city, code) => known(t, `author-${code}`, code),
  socialStatus: (t, _city, code) => known(t, `social-${code}`, code),
  role: (t, _city, code) => known(t, `role-${code}`, code),
  what: (t, _city, code) => known(t, `choice-export-${code}`, actName(t, code)),
  type: (t, _city, code) => actName(t, code),
  category: (t, city, code) => named(t, findCategory(city, code), code),
  department: (t, city, code) => named(t, findDepartment(city, code), code),
  district: (t, city, code) =>
    named(
      t,
      city.districts.find((district) => district.code === code),
      code,
    ),
  reasons: (t, _city, code) => known(t, `reason-${code}`, code),
  sifted: (t, _city, code) => known(t, `sifted-${code}`, code),
  by: (t, city, code) =>
    code
      .split(', ')
      .map((post) => byWords(t, city, post))
      .join(', '),
  kind: (t, _city, code) => known(t, `my-kind-${code}`, code),
  state: (t, _city, code) => known(t, `my-state-${code}`, code),
};

/** `me`, `office`, `other`, or a post as `official light`. */
function byWords(t: Texts, city: City, post: string): string {
  const [role = '', department] = post.split(' ');
  const who = known(t, `my-by-${role}`, known(t, `role-${role}`, role));
  return department ? `${who} (${named(t, findDepartment(city, department), department)})` : who;
}

/** What has no words of its own is told in the file for programs. */
const isTold = (t: Texts, [field, value]: [string, unknown]): boolean =>
  value !== undefined && value !== null && !isEmpty(value) && t.has(`my-field-${field}`);

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);

interface On {
  readonly t: Texts;
  readonly city: City;
}

function words({ t, city }: On, field: string, value: unknown): string {
  if (value instanceof Date) return t.plain('paper-moment', { at: value });
  if (typeof value === 'boolean') return t.plain(value ? 'report-yes' : 'report-no');
  if (Array.isArray(value)) return value.map((one) => words({ t, city }, field, one)).join(', ');
  return SAID[field]?.(t, city, String(value)) ?? String(value);
}

const indented = (line: string): string => `   ${line}`;

/** A field, in one line or with what lies in it below. */
function told(on: On, [field, value]: [string, unknown]): string[] {
  const label = on.t.plain(`my-field-${field}`);
  const inside = Array.isArray(value)
    ? (value as unknown[]).filter(isObject)
    : isObject(value)
      ? [value]
      : [];
  if (inside.length === 0) return isObject(value) ? [] : [`${label}: ${words(on, field, value)}`];
  const below = inside.flatMap((one, index) => [
    ...(index > 0 ? [''] : []),
    ...linesOf(on, one, field === 'particulars' || field === 'facts').map(indented),
  ]);
  return below.length > 0 ? [`${label}:`, ...below] : [];
}

/** `isOpen`: its names are not ours, so all are told. */
function linesOf(on: On, record: Value, isOpen = false): string[] {
  const entries = Object.entries(record);
  const strange = isOpen ? entries.filter(([field]) => !on.t.has(`my-field-${field}`)) : [];
  return [
    ...entries.filter((entry) => isTold(on.t, entry)).flatMap((entry) => told(on, entry)),
    ...strange.filter(([, value]) => typeof value === 'string').map(([name, value]) => `${name}: ${String(value)}`), // prettier-ignore
  ];
}

/** The order on paper; each record of these is a part of its own. */
const SINGLE: readonly PersonalCollection[] = ['appeals', 'drafts'];
/** These stand together, a few lines each. */
const TOGETHER = ['people', 'codes', 'apiTokens', 'accountMoves', 'quarantine', 'notices'] as const;

const isOwnAct = ({ by }: Value): boolean => by === 'me';

/** A colleague’s are many: the paper has the last of them, the file for programs all. */
const OWN_ACTS = 200;

/** What was done about the person first; what they did themselves stands apart. */
const togetherOf = (data: PersonalData) => [
  { part: 'audit', name: 'audit' as const, records: data.audit.filter((act) => !isOwnAct(act)) },
  { part: 'own', name: 'audit' as const, records: data.audit.filter(isOwnAct).slice(-OWN_ACTS) },
  ...TOGETHER.map((name) => ({ part: name, name, records: data[name] })),
];

/** An appeal with the word for where it stands: what a controller closed is not called solved. */
const asItStands = (record: Value): Value =>
  record['status'] === 'closed' ? { ...record, status: standing(record as unknown as Standing) } : record;

/** Everything kept about a person, in their words and language. */
export function myDataPaper(t: Texts, city: City, data: PersonalData, now: Date): Paper {
  const on = { t, city };
  const profile = readOf('citizens', data.citizens[0] ?? {});
  const facts = Object.entries(profile)
    .filter((entry) => isTold(t, entry) && !isDeep(entry[1]))
    .map(([field, value]) => ({ label: t.plain(`my-field-${field}`), value: words(on, field, value) }));
  const deep = Object.entries(profile).filter((entry) => isTold(t, entry) && isDeep(entry[1]));
  const heading = (part: string, number?: unknown) =>
    [t.plain(`my-part-${part}`), number].filter(Boolean).join(' ');
  return {
    from: t.plain('paper-from', { city: nameIn(city.names, t.language) }),
    title: t.plain('my-data-title', { day: now }),
    facts,
    parts: [
      { heading: t.plain('my-part-how'), text: t.plain('my-data-how') },
      ...deep.map(([field, value]) => ({
        heading: t.plain(`my-field-${field}`),
        text: told(on, [field, value]).slice(1).join('\n'),
      })),
      ...SINGLE.flatMap((name) =>
        data[name].map((record) => ({
          heading: heading(name, record['number']),
          text: linesOf(on, readOf(name, asItStands(record))).join('\n'),
        })),
      ),
      ...togetherOf(data).map(({ part, name, records }) => ({
        heading: heading(part),
        text: records.map((record) => linesOf(on, readOf(name, record)).join('\n')).join('\n\n'),
      })),
    ].filter(({ text }) => text),
    foot: t.plain('my-data-title', { day: now }),
  };
}

const isDeep = (value: unknown): boolean =>
  isObject(value) || (Array.isArray(value) && value.some((one) => isObject(one)));
