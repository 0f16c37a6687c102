import {
  attachmentsOf,
  STAFF_ONLY_EVENTS,
  type Appeal,
  type AppealEvent,
  type Attachment,
  type EventFacts,
  type EventType,
} from './appeal';
import type { Citizen, Strike } from './citizen';
import { STAFF_DRAFT_KINDS, type DraftKind } from './draft';
import { noCopyIn } from './files';
import { ownUpdate } from './own-update';
import { actsFor, type RawAct, type Reader } from './personal-acts';
import { givenOf, type PersonalCollection } from './personal-fields';

/** Records as they lie in the database, by collection. */
export type RawRecords = Readonly<Record<PersonalCollection, readonly Readonly<Record<string, unknown>>[]>>;

/** All that is kept about one person, as they are given it. */
export type PersonalData = RawRecords;

type Raw = Readonly<Record<string, unknown>>;

/** What a colleague writes about other people and their appeals is the office’s, not theirs. */
export const OFFICE_DRAFT_KINDS: readonly DraftKind[] = [...STAFF_DRAFT_KINDS, 'post', 'judgement', 'breach'];
const isOwn = ({ kind }: Raw): boolean => !OFFICE_DRAFT_KINDS.includes(kind as DraftKind);

/** A draft without the appeal of somebody else that it joins. */
function draftFor(record: Raw): Raw {
  const { join, ...fields } = (record['fields'] ?? {}) as Raw;
  return join ? { ...record, fields: { ...fields, join: true } } : record;
}

/** Facts of an event that name no official and no appeal of others. */
const FACTS_GIVEN = {
  ...{ text: true, attachments: true, place: true, ordinal: true, department: true, category: true },
  ...{ before: true, suggests: true, corrected: true, was: true, stars: true, day: true, fileIds: true },
  ...{ requestId: true, isUrgent: true, executorId: false, officialId: false, other: false },
} as const satisfies Record<keyof EventFacts, boolean>;

/** Of these `before` is an official or an appeal of others. */
const NAMING_BEFORE: readonly EventType[] = ['appeal.handed_over', 'appeal.linked'];
/** Other people’s, with ids made of their appeals’. */
const OF_JOINERS: readonly EventType[] = ['appeal.joined', 'appeal.left'];

const isFactGiven = (type: EventType, name: string): boolean =>
  (FACTS_GIVEN as Readonly<Record<string, boolean>>)[name] === true &&
  !(name === 'before' && NAMING_BEFORE.includes(type));

function eventFor(accounts: ReadonlySet<string>, { id, by, facts, ...event }: AppealEvent) {
  const isOfJoiner = OF_JOINERS.includes(event.type);
  const who = accounts.has(by) ? 'me' : isOfJoiner ? 'other' : 'office';
  const given = Object.entries(facts).filter(([name]) => isFactGiven(event.type, name));
  return { ...event, ...(!isOfJoiner && { id }), by: who, facts: Object.fromEntries(given) };
}

/** An appeal as its author may see it: no notes of the staff, no officials by name, no appeals of others. */
function appealFor(accounts: ReadonlySet<string>, record: Raw) {
  const { events = [], marks } = record as unknown as Pick<Appeal, 'events' | 'marks'>;
  return {
    ...record,
    events: events
      .filter(({ type }) => !STAFF_ONLY_EVENTS.includes(type))
      .map((event) => eventFor(accounts, event)),
    ...(marks && { marks: marks.map(({ kind }) => ({ kind })) }),
  };
}

type Judged = Pick<Citizen, 'strikes' | 'slow'>;

/** Who decided about a person is told by post. */
function citizenFor(record: Raw, postOf: Reader['postOf']) {
  const { strikes, slow } = record as Judged;
  const byPost = (strike: Strike) => ({ ...strike, by: postOf(String(strike.by)) });
  return { ...record, ...(strikes && { strikes: strikes.map(byPost) }), ...(slow && { slow: byPost(slow) }) };
}

/**
 * Requests about a person’s old account, and those of theirs that came through. Of others whoever asked hears nothing: it
 * would tell them that the account is there. Why one was declined may name whoever asked.
 */
function movesFor(personId: string, moves: readonly Raw[]): readonly Raw[] {
  return moves
    .filter(({ fromId, state }) => fromId === personId || state === 'carried')
    .map(({ fromId, reason, ...move }) => ({
      ...{ ...move, ...(fromId === personId && { fromId }) },
      ...(reason !== undefined && move['state'] === 'carried' && { reason }),
    }));
}

/** The person’s accounts: this one, and those whose appeals came to it. */
function accountsOf(personId: string, { appeals, accountMoves }: RawRecords): ReadonlySet<string> {
  const former = appeals.flatMap((appeal) => (appeal as Partial<Appeal>).formerCitizenIds ?? []);
  const carried = accountMoves.filter(({ toId, state }) => toId === personId && state === 'carried');
  return new Set([personId, ...former, ...carried.map(({ fromId }) => String(fromId))]);
}

/** Everybody who decided about the person or did anything the record of acts tells of. */
export function actorsIn({ citizens, audit }: Pick<RawRecords, 'citizens' | 'audit'>): readonly string[] {
  const judged = (citizens as readonly Judged[]).flatMap(({ strikes = [], slow }) => [
    ...strikes,
    ...(slow ? [slow] : []),
  ]);
  return [...new Set([...judged, ...audit].map(({ by }) => String(by)))];
}

/** What a person is given of what is kept about them: nobody’s id but theirs. `postOf` says as what an official acted. */
export function personalData(
  personId: string,
  raw: RawRecords,
  postOf: (id: string) => string,
): PersonalData {
  const accounts = accountsOf(personId, raw);
  const appealIds = new Set(raw.appeals.map(({ _id }) => String(_id)));
  const seen: RawRecords = {
    ...raw,
    citizens: raw.citizens.map((citizen) => citizenFor(citizen, postOf)),
    drafts: raw.drafts.filter(isOwn).map(draftFor),
    appeals: raw.appeals.map((appeal) => appealFor(accounts, appeal)),
    audit: actsFor({ personId, accounts, appealIds, postOf }, raw.audit as unknown as readonly RawAct[]),
    accountMoves: movesFor(personId, raw.accountMoves),
    quarantine: raw.quarantine.map(({ what, ...rest }) => ({
      ...rest,
      what: ownUpdate(String(what), accounts),
    })),
  };
  const given = Object.entries(seen).map(([name, records]) => [
    name,
    records.map((record) => givenOf(name as PersonalCollection, record)),
  ]);
  return Object.fromEntries(given) as PersonalData;
}

/** So many files go into one message. */
export const FILES_AT_ONCE = 5;

export interface CopyOfFile {
  readonly copyId: string;
  readonly name: string;
}

const ENDINGS: Readonly<Record<Attachment['kind'], string>> = {
  photo: '.jpg',
  document: '',
  voice: '.ogg',
  video: '.mp4',
};

/** Our own copies of what a person sent with their appeals and of what the office answered with, each once, oldest first. */
export function copiesOf(appeals: readonly Appeal[], personId: string): readonly CopyOfFile[] {
  const own = appeals.filter(({ citizenId }) => citizenId === personId);
  const oldestFirst = [...own].sort((a, b) => a.registeredAt.getTime() - b.registeredAt.getTime());
  return oldestFirst.flatMap((appeal) =>
    attachmentsOf(toldIn(appeal)).flatMap(({ copyId, kind, name }, index) =>
      copyId && !noCopyIn(copyId)
        ? [{ copyId, name: `${appeal.number}-${index + 1}${name ? `-${name}` : ENDINGS[kind]}` }]
        : [],
    ),
  );
}

const toldIn = (appeal: Appeal): Appeal => ({
  ...appeal,
  events: appeal.events.filter(({ type }) => !STAFF_ONLY_EVENTS.includes(type)),
});
