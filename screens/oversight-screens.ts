import type { Act } from '../domain/act';
import { noonOf } from '../domain/calendar';
import { findDepartment, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { excerpt, maskContacts } from '../domain/masking';
import type { Period } from '../domain/period';
import type { Figures } from '../domain/statistics';
import type { Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

/** What was done, in words where there are some. */
export function actName(t: Texts, what: string): string {
  const [kind = '', name = ''] = what.split('.');
  const key = kind === 'appeal' ? `event-${name}` : `act-${kind}-${name}`;
  return t.has(key) ? t.plain(key) : what;
}

function actLine(t: Texts, act: Act, nameOf: (id: string) => string): Markup {
  const { at, by, what, number, about, why, facts = {} } = act;
  const told = [...(why ? [excerpt(maskContacts(why), 100)] : []), ...Object.values(facts)].join(', ');
  return t('audit-line', {
    ...{ at, who: nameOf(by), what: actName(t, what) },
    about: number ?? (about ? nameOf(about) : ''),
    why: told,
  });
}

/** What the staff did, the newest first, a page of it; for a moderator's own eyes. */
export const auditScreen = (
  t: Texts,
  acts: readonly Act[],
  { period, nameOf, before, next }: { period: Period; nameOf: (id: string) => string; before?: string; next?: string }, // prettier-ignore
): Screen => ({
  text: paragraphs(
    t('audit', { from: noonOf(period.from), to: noonOf(period.to) }),
    acts.length > 0 ? lines(...acts.map((act) => actLine(t, act, nameOf))) : t('audit-empty'),
  ),
  choices: [
    [...(before ? [button(t, 'nav-before', before)] : []), ...(next ? [button(t, 'nav-after', next)] : [])],
  ].filter((row) => row.length > 0),
});

const HOURS_UP_TO_DAYS = 2;

function firstAnswerLine(t: Texts, { firstAnswerDays }: Figures): Markup | undefined {
  if (firstAnswerDays === undefined) return undefined;
  return firstAnswerDays < HOURS_UP_TO_DAYS
    ? t('stats-first-hours', { count: Math.round(firstAnswerDays * 24) })
    : t('stats-first-days', { count: Math.round(firstAnswerDays) });
}

const figureLines = (t: Texts, figures: Figures): Markup =>
  lines(
    t('stats-counts', { filed: figures.filed, answered: figures.answered }),
    firstAnswerLine(t, figures),
    figures.inTimeShare !== undefined &&
      t('stats-in-time', { percent: Math.round(figures.inTimeShare * 100) }),
  );

const DEPARTMENTS_SHOWN = 15;

export interface StatsShown {
  readonly period: Period;
  readonly all: Figures;
  readonly departments: readonly { readonly department: string; readonly figures: Figures }[];
}

/** How appeals of a period go, in all and by department. */
export function statsScreen(t: Texts, city: City, { period, all, departments }: StatsShown): Screen {
  const shown = departments.slice(0, DEPARTMENTS_SHOWN).map(({ department, figures }) => {
    const found = findDepartment(city, department);
    const name = found ? nameIn(found.names, t.language) : department;
    return lines(t('stats-department', { name }), figureLines(t, figures));
  });
  return {
    text: paragraphs(
      t('stats', { from: noonOf(period.from), to: noonOf(period.to) }),
      all.filed > 0 ? figureLines(t, all) : t('stats-empty'),
      ...(departments.length > 1 ? shown : []),
    ),
    choices: [
      [
        button(t, 'choice-week', 'st.7'),
        button(t, 'choice-month', 'st.30'),
        button(t, 'choice-year', 'st.365'),
      ],
    ],
  };
}

/** Asks what to export. */
export const exportScreen = (t: Texts): Screen => ({
  text: t('staff-export-how'),
  choices: [[button(t, 'choice-export-appeals', 'ex.appeals'), button(t, 'choice-export-acts', 'ex.acts')]],
});

/** The table as a document. */
export const exportedScreen = (
  t: Texts,
  { csv, name, count, period }: { csv: string; name: string; count: number; period: Period },
): Screen => ({
  text: t('exported', { count, from: noonOf(period.from), to: noonOf(period.to) }),
  files: [{ kind: 'document', bytes: new TextEncoder().encode(csv), name }],
});
