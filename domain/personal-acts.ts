import type { Instant } from './instant';

/** An act of the record of acts, as it lies in the database. */
export interface RawAct {
  readonly _id: string;
  readonly at: Instant;
  readonly by: string;
  readonly what: string;
  readonly about?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/** For whom acts are told. */
export interface Reader {
  readonly personId: string;
  /** The person’s accounts: this one and those before. */
  readonly accounts: ReadonlySet<string>;
  readonly appealIds: ReadonlySet<string>;
  /** As what an official acted: `official light`, or `office`. */
  readonly postOf: (id: string) => string;
}

/** Facts that name nobody; a reason is told only to whom it is about. */
const TOLD = ['role', 'department', 'desk', 'days', 'count', 'file', 'channel'];
/** Elsewhere `from` and `to` are people. */
const TOLD_OF_EXPORT = ['what', 'from', 'to'];

const isOfMove = ({ what }: RawAct): boolean => what.startsWith('account.');

function isAbout({ about = '', facts }: RawAct, { accounts, appealIds }: Reader): boolean {
  const found = facts?.['found']?.split(' ') ?? [];
  return accounts.has(about) || appealIds.has(about) || found.some((id) => accounts.has(id));
}

/**
 * Of a change of account is told what is about the person’s own accounts and what they decided themselves: whoever asked
 * for somebody else’s appeals does not learn that these are there.
 */
const isTold = (act: RawAct, { accounts }: Reader): boolean =>
  !isOfMove(act) || accounts.has(act.about ?? '') || (accounts.has(act.by) && act.what !== 'account.asked');

/** Why a change of account was declined may name whoever asked. */
const factsTold = (act: RawAct, reader: Reader): readonly string[] => [
  ...TOLD,
  ...(act.what === 'record.exported' ? TOLD_OF_EXPORT : []),
  ...(isAbout(act, reader) && act.what !== 'account.declined' ? ['reason'] : []),
];

function whoDid({ by, what }: RawAct, { accounts, postOf }: Reader): string {
  if (accounts.has(by)) return 'me';
  return what === 'account.asked' ? 'other' : postOf(by);
}

/** What was done about a person, and what they did as a colleague: `me`, `other` or by post, and nobody’s id but theirs. */
export function actsFor(reader: Reader, acts: readonly RawAct[]) {
  return acts
    .filter((act) => isTold(act, reader))
    .map((act) => {
      const { about = '', facts = {}, ...rest } = act;
      const isOwn = about === reader.personId || reader.appealIds.has(about);
      const told = factsTold(act, reader);
      return {
        ...{ ...rest, by: whoDid(act, reader), ...(isOwn && { about }) },
        facts: Object.fromEntries(Object.entries(facts).filter(([name]) => told.includes(name))),
      };
    });
}
