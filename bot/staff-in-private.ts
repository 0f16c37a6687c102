import { entryOf } from '../domain/entry';
import { may } from '../domain/permissions';
import { BREACH_COMMANDS, BREACH_PRESSES } from './breach-log';
import type { StaffCommand } from './decision-commands';
import type { Press } from './on-appeal';
import { STAFF_COMMANDS } from './staff-commands';
import { STAFF_PRESSES } from './staff-presses';
import type { Visit } from './visit';

/** Whoever keeps the log of breaches need not be of the office, nor the other way round. */
const found = <Value>({ actor }: Visit, name: string, of: { office: Table<Value>; log: Table<Value> }) =>
  (may.work(actor) ? entryOf(of.office, name) : undefined) ??
  (may.readBreaches(actor) ? entryOf(of.log, name) : undefined);

type Table<Value> = Readonly<Record<string, Value>>;

/** A command of the staff, for those who may give it in their own chat with us. */
export const staffCommand = (visit: Visit, name: string): StaffCommand | undefined =>
  found(visit, name, { office: STAFF_COMMANDS, log: BREACH_COMMANDS });

/** What a button of the staff does, for those who may press it there. */
export const staffPress = (visit: Visit, verb: string): Press | undefined =>
  found(visit, verb, { office: STAFF_PRESSES, log: BREACH_PRESSES });
