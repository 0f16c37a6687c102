import type { City } from '../domain/city';
import { findDepartment } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { DAY_MS } from '../domain/instant';
import type { MissedIn, MissedTerm } from '../domain/missed-terms';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { categoryName } from './citizen-screens';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

export const MISSED_ON_A_PAGE = 16;

export interface MissedShown {
  readonly departments: readonly MissedIn[];
  /** Who heads a department, as colleagues know them. */
  readonly headOf: (department: string) => string | undefined;
  readonly page: number;
}

function lineOf(t: Texts, city: City, { appeal, lateMs }: MissedTerm): Markup {
  const facts = { number: appeal.number, category: categoryName(city, appeal, t) };
  const count = Math.floor(lateMs / DAY_MS);
  return count > 0 ? t('missed-line', { ...facts, count }) : t('missed-line-today', facts);
}

/** The part of each department that stands on a page. */
function partsOf(departments: readonly MissedIn[], page: number): MissedIn[] {
  const all = departments.flatMap(({ missed }) => missed);
  const shown = new Set(all.slice(page * MISSED_ON_A_PAGE, (page + 1) * MISSED_ON_A_PAGE));
  return departments
    .map((one) => ({ ...one, missed: one.missed.filter((term) => shown.has(term)) }))
    .filter(({ missed }) => missed.length > 0);
}

function turnsOf(t: Texts, total: number, page: number): Choice[] {
  const hasNext = (page + 1) * MISSED_ON_A_PAGE < total;
  return [
    ...(page > 0 ? [button(t, 'nav-before', `missed.${page - 1}`)] : []),
    ...(hasNext ? [button(t, 'nav-after', `missed.${page + 1}`)] : []),
  ];
}

/** What the law's term has passed for: by department with its head, how many days late, the latest first. */
export function missedScreen(t: Texts, city: City, { departments, headOf, page }: MissedShown): Screen {
  const total = departments.reduce((sum, { missed }) => sum + missed.length, 0);
  if (total === 0) return { text: t('missed-none'), choices: [[button(t, 'choice-whole-queue', 'queue')]] };
  const parts = partsOf(departments, page);
  const headed = ({ department }: MissedIn): Markup => {
    const found = findDepartment(city, department);
    const name = found ? nameIn(found.names, t.language) : department;
    const count = departments.find((one) => one.department === department)?.missed.length ?? 0;
    const head = headOf(department);
    return head
      ? t('missed-department', { name, head, count })
      : t('missed-department-headless', { name, count });
  };
  const numbers = parts.flatMap(({ missed }) => missed.map(({ appeal }) => appeal));
  const cards = numbers.map(({ id, number }) => ({ label: number, token: `sc.${id}` }));
  const rows = cards.flatMap((_, index) => (index % 2 === 0 ? [cards.slice(index, index + 2)] : []));
  return {
    text: paragraphs(
      t('missed', { total }),
      ...parts.map((part) => lines(headed(part), ...part.missed.map((term) => lineOf(t, city, term)))),
    ),
    choices: [...rows, turnsOf(t, total, page), [button(t, 'choice-whole-queue', 'queue')]].filter(
      (row) => row.length > 0,
    ),
  };
}
