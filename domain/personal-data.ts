import { attachmentsOf, STAFF_ONLY_EVENTS, type Appeal, type AppealEvent, type Attachment } from './appeal';
import { STAFF_DRAFT_KINDS, type DraftKind } from './draft';
import { noCopyIn } from './files';
import { givenOf, type PersonalCollection } from './personal-fields';

/** Records as they lie in the database, by collection. */
export type RawRecords = Readonly<Record<PersonalCollection, readonly Readonly<Record<string, unknown>>[]>>;

/** All that is kept about one person, as they are given it. */
export type PersonalData = RawRecords;

type Raw = Readonly<Record<string, unknown>>;

/** What a colleague writes about other people’s appeals is the office’s, not theirs. */
const isOwn = ({ kind }: Raw): boolean =>
  !(STAFF_DRAFT_KINDS as readonly DraftKind[]).includes(kind as DraftKind);

function eventFor(personId: string, { facts, ...event }: AppealEvent) {
  const { executorId: _official, ...told } = facts;
  return { ...event, by: event.by === personId ? 'me' : 'office', facts: told };
}

/** An appeal as its author may see it: no notes of the staff, no officials by name, no appeals of others. */
function appealFor(personId: string, record: Raw) {
  const { events = [], marks } = record as unknown as Pick<Appeal, 'events' | 'marks'>;
  return {
    ...record,
    events: events
      .filter(({ type }) => !STAFF_ONLY_EVENTS.includes(type))
      .map((event) => eventFor(personId, event)),
    ...(marks && { marks: marks.map(({ kind }) => ({ kind })) }),
  };
}

/** Who looked is told by post; whom else they found is not. */
function actFor({ by, facts, ...act }: Raw, postOf: (id: string) => string) {
  const { found: _others, by: _how, ...told } = (facts ?? {}) as Readonly<Record<string, unknown>>;
  return { ...act, by: postOf(String(by)), facts: told };
}

/** What a person is given of what is kept about them. `postOf` says as what an official acted. */
export function personalData(
  personId: string,
  raw: RawRecords,
  postOf: (id: string) => string,
): PersonalData {
  const seen: RawRecords = {
    ...raw,
    drafts: raw.drafts.filter(isOwn),
    appeals: raw.appeals.map((appeal) => appealFor(personId, appeal)),
    audit: raw.audit.map((act) => actFor(act, postOf)),
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
