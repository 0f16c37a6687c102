import { entryOf } from './entry';
import { EVENT_TYPES } from './appeal';
import type { Actor } from './permissions';
import type { Instant } from './instant';

/** From a moment up to, and without, another. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** Something one of the staff did: to an appeal, as its history tells, or else as the record of acts does. */
export interface Act {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  /** `appeal.extended`, `person.invited` … */
  readonly what: string;
  /** The appeal it was done to. */
  readonly number?: string;
  /** The id of what else it was done to. */
  readonly about?: string;
  /** The reason given, as it was written. */
  readonly why?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

export interface ActsWanted {
  readonly by?: string;
  readonly what?: string;
  readonly appealId?: string;
  readonly span: Span;
  /** Whose eyes they are for: acts on complaints about officials are left out as `isLetIn` says; none without. */
  readonly reader?: Actor;
}

/** What each command of the staff leaves behind. */
const LEFT_BY_COMMAND: Readonly<Record<string, string>> = {
  assign: 'appeal.assigned',
  recategorise: 'appeal.recategorised',
  extend: 'appeal.extended',
  forward: 'appeal.forwarded',
  return: 'appeal.returned',
  notconsidered: 'appeal.not_considered',
  merge: 'appeal.linked',
  separate: 'appeal.separated',
  label: 'appeal.labelled',
  hide: 'appeal.files_hidden',
  closebyhand: 'appeal.closed_by_hand',
  reply: 'appeal.answered',
  invite: 'person.invited',
  bind: 'group.bound',
  find: 'person.searched',
  export: 'record.exported',
};

const WRITTEN = /^[a-z]+[._][a-z_]+$/;

/** What a word names: a command, with or without its slash, `extended`, `appeal.extended`, `person_invited`. */
export function actNamed(word: string): string | undefined {
  const name = word.replace(/^\//, '').toLowerCase();
  const byCommand = entryOf(LEFT_BY_COMMAND, name);
  if (byCommand) return byCommand;
  const event = EVENT_TYPES.find(
    (type) => type === `appeal.${name}` || type === name || actMark(type) === name,
  );
  return event ?? (WRITTEN.test(name) ? name.replace(/[._]/, '.') : undefined);
}

/** The act's name where no dot may stand. */
export const actMark = (what: string): string => what.replace('.', '_');
