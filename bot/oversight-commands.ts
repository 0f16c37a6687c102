import { localDay } from '../domain/calendar';
import { csvOf } from '../screens/csv';
import { isLetIn, may } from '../domain/permissions';
import { readPeriod, spanOf, usualPeriod, type Period } from '../domain/period';
import { byDepartment, figuresFor } from '../domain/statistics';
import { actRows, appealRows } from '../screens/export-tables';
import { auditScreen, exportedScreen, exportScreen, statsScreen } from '../screens/oversight-screens';
import { colleagueLabel } from '../screens/people-screens';
import { exportActs, exportAppeals } from '../use-cases/export-record';
import { allColleagues } from '../use-cases/post-holders';
import type { StaffCommand } from './decision-commands';
import { isAmong } from './match-typed';
import type { Press } from './on-appeal';
import { forModerators } from './people-commands';
import { readActs } from './read-acts';
import type { Reply, Visit } from './visit';

const ACTS_ON_A_PAGE = 10;
const LONGEST_TOKEN = 64;

const says = ({ t }: Visit, key: string): Reply => ({ screen: { text: t(key) } });

const pageToken = (page: number, terms: readonly string[]): string | undefined => {
  const token = ['au', page, ...terms].join('.');
  return token.length <= LONGEST_TOKEN ? token : undefined;
};

/** A page of what the staff did; one more than it shows is asked for, to know whether there is a next. */
async function showActs(visit: Visit, page: number, words: readonly string[]): Promise<Reply> {
  const { deps, t } = visit;
  const read = await readActs(visit, words);
  if (!read) return says(visit, 'staff-audit-how');
  const { wanted, period, terms } = read;
  const skip = page * ACTS_ON_A_PAGE;
  const acts = await deps.oversight.acts(
    { ...wanted, reader: visit.actor },
    { skip, limit: ACTS_ON_A_PAGE + 1 },
  );
  const colleagues = new Map((await allColleagues(deps)).map((one) => [one.id, colleagueLabel(one)]));
  const before = page > 0 ? pageToken(page - 1, terms) : undefined;
  const next = acts.length > ACTS_ON_A_PAGE ? pageToken(page + 1, terms) : undefined;
  const nameOf = (id: string) => colleagues.get(id) ?? id;
  const turns = { ...(before && { before }), ...(next && { next }) };
  return { screen: auditScreen(t, acts.slice(0, ACTS_ON_A_PAGE), { period, nameOf, ...turns }) };
}

const audit: Press = forModerators((visit, [page = '0', ...words]) =>
  showActs(visit, Math.max(Number.parseInt(page, 10) || 0, 0), words),
);

async function showStats(visit: Visit, words: string): Promise<Reply> {
  const { deps, t, actor } = visit;
  if (!may.work(actor)) return says(visit, 'staff-only');
  const now = deps.clock();
  const period = readPeriod(words, localDay(now, deps.city.timeZone));
  if (!period) return says(visit, 'staff-stats-how');
  const everything = await deps.oversight.filed(spanOf(period, deps.city));
  const filed = everything.filter((appeal) => isLetIn(actor, appeal));
  const all = figuresFor(filed, deps.city, now);
  return {
    screen: statsScreen(t, deps.city, { period, all, departments: byDepartment(filed, deps.city, now) }),
  };
}

const TABLES = ['appeals', 'acts'] as const;
type Table = (typeof TABLES)[number];

async function rowsOf(visit: Visit, table: Table, period: Period) {
  const { deps, t, actor, incoming } = visit;
  const about = { actor, commandId: incoming.id, period };
  if (table === 'appeals') {
    const exported = await exportAppeals(deps, about);
    return exported.ok ? appealRows(t, deps.city, exported.rows) : [];
  }
  const exported = await exportActs(deps, about);
  return exported.ok ? actRows(t, deps.city, exported.rows) : [];
}

async function exportTable(visit: Visit, table: Table, period: Period): Promise<Reply> {
  const rows = await rowsOf(visit, table, period);
  const name = `${table}-${period.from.toString()}-${period.to.toString()}.csv`;
  const count = rows.length - 1;
  return { screen: exportedScreen(visit.t, { csv: csvOf(rows), name, count, period }), isSecret: true };
}

/** `/export звернення 2026-11`, `/export журнал`. */
const exportWritten: Press = forModerators((visit, [argument = '']) => {
  const { deps, t } = visit;
  const [word = '', ...rest] = argument.trim().split(/\s+/);
  const table = TABLES.find((name) => isAmong(t.plain(`words-export-${name}`), word));
  const period = readPeriod(rest.join(' '), localDay(deps.clock(), deps.city.timeZone));
  return table && period ? exportTable(visit, table, period) : Promise.resolve({ screen: exportScreen(t) });
});

const exportPressed: Press = forModerators((visit, [table]) => {
  const wanted = TABLES.find((name) => name === table);
  const { deps, t } = visit;
  return wanted
    ? exportTable(visit, wanted, usualPeriod(deps.clock(), deps.city))
    : Promise.resolve({ screen: exportScreen(t) });
});

export const OVERSIGHT_COMMANDS: Readonly<Record<string, StaffCommand>> = {
  audit: (visit, argument) => audit(visit, ['0', ...argument.split(/\s+/).filter(Boolean)]),
  stats: showStats,
  export: (visit, argument) => exportWritten(visit, [argument]),
};

/** `au.<page>.<term>…` turns pages, `st.<days>` shows figures, `ex.<table>` exports the last 30 days. */
export const OVERSIGHT_PRESSES: Readonly<Record<string, Press>> = {
  au: audit,
  st: (visit, [days = '']) => showStats(visit, days),
  ex: exportPressed,
};
