import { may } from '../domain/permissions';
import { csvOf } from '../screens/csv';
import { breachRows, breachTableScreen } from '../screens/breach-screens';
import { exportBreaches } from '../use-cases/record-breach';
import { begin } from './conversation';
import type { StaffCommand } from './decision-commands';
import { findBreach, showBreaches } from './finish-breach';
import type { Press } from './on-appeal';

const write: Press = async (visit, [firstId]) => {
  if (!may.recordBreach(visit.actor)) return { note: visit.t.plain('refused-not_permitted') };
  const first = firstId ? await findBreach(visit, firstId) : undefined;
  if (firstId && !first) return showBreaches(visit);
  return begin(visit, { kind: 'breach', ...(first && { fields: { breachId: first.first.id } }) });
};

const table: Press = async (visit) => {
  const { deps, actor, incoming, t } = visit;
  const exported = await exportBreaches(deps, { actor, commandId: incoming.id });
  if (!exported.ok) return { note: t.plain(`refused-${exported.refusal}`) };
  const rows = breachRows(t, deps.city, exported.breaches);
  return { screen: breachTableScreen(t, csvOf(rows), rows.length - 1), isSecret: true };
};

/** `/breach`, in the own chat of those who keep the log and those who read it. */
export const BREACH_COMMANDS: Readonly<Record<string, StaffCommand>> = {
  breach: (visit) => showBreaches(visit),
};

/** `br` lists, `br.<id>` shows one, `brn` writes a new one, `brn.<id>` adds to one, `brx` gives the table. */
export const BREACH_PRESSES: Readonly<Record<string, Press>> = {
  br: (visit, [id]) => showBreaches(visit, id),
  brn: write,
  brx: table,
};
