/**
 * What is known about a person, field by field (law 2297-VI: free access to one’s own data). A field of the record that is
 * not here fails a test: nothing new is forgotten.
 */

/** `read`: on the paper for people and in the file for programs; `data`: in the file only; else why it is not given. */
export type Given = 'read' | 'data' | { readonly left: string };

type Fields = Readonly<Record<string, Given>>;

const left = (reason: string): Given => ({ left: reason });

const OFFICIAL = left('it names an official; the person sees their post');
const OTHERS = left('it names other people’s appeals');
const OTHER_ACCOUNT = left('the other account may be somebody else’s');
const WORK_LIST = left('it says what our programs have still to do, and nothing about the person');

export const PERSONAL_FIELDS = {
  citizens: {
    ...{ _id: 'data', messenger: 'data', chatId: 'data', language: 'read', consent: 'read', phone: 'read' },
    ...{
      name: 'read',
      residence: 'read',
      email: 'read',
      isReachable: 'data',
      wantsDigest: 'data',
      rev: 'data',
    },
    ...{ hidesName: 'read', strikes: 'read', slow: 'read', authorCategory: 'read', socialStatus: 'read' },
    ...{ forgetting: 'read', movedTo: OTHER_ACCOUNT, noConsentSince: 'data' },
  },
  drafts: {
    ...{ _id: 'data', kind: 'read', ownerId: 'data', messenger: 'data', chatId: 'data', threadId: 'data' },
    ...{ subjectId: 'data', fields: 'read', state: 'read', at: 'data', eventIds: 'data', rev: 'data' },
    ...{ createdAt: 'read', updatedAt: 'read', nudgedAt: 'data', isPrivate: 'data' },
  },
  appeals: {
    ...{
      _id: 'data',
      number: 'read',
      incomingNumber: 'read',
      kind: 'read',
      pieces: 'read',
      category: 'read',
    },
    ...{ complexity: 'data', department: 'read', place: 'read', particulars: 'read', attachments: 'read' },
    ...{ citizenId: 'data', language: 'read', isVerified: 'read', needsModerator: 'data', isUrgent: 'read' },
    ...{ status: 'read', outcome: 'read', answers: 'read', rating: 'read', executorId: OFFICIAL },
    ...{ reworkCount: 'read', registeredAt: 'read', dueAt: 'read', legalDueAt: 'read', identifiedAt: 'read' },
    ...{ rev: 'data', events: 'read', leadId: OTHERS, joinerIds: OTHERS, onBehalfOf: 'read', marks: 'read' },
    ...{ coAuthors: 'read', hidesName: 'read', sifted: 'read', authorCategory: 'read', socialStatus: 'read' },
    ...{ isAboutOfficials: 'data', complainedOf: OFFICIAL },
    ...{
      isPreferred: 'read',
      placeKeys: 'data',
      textKey: 'data',
      unexpanded: WORK_LIST,
      uncopied: WORK_LIST,
    },
    ...{
      hiddenFiles: 'data',
      formerCitizenIds: OTHER_ACCOUNT,
      copies: 'data',
      searchWords: 'data',
      remindAt: WORK_LIST,
      lookAt: WORK_LIST,
      sweptAt: WORK_LIST,
      copyAt: WORK_LIST,
      copyTries: WORK_LIST,
    },
  },
  notices: {
    ...{ _id: 'data', kind: 'data', messenger: 'data', chatId: 'data', threadId: 'data', eventId: 'data' },
    ...{
      appealId: 'data',
      draftId: 'data',
      dueAt: 'data',
      firstDueAt: 'data',
      createdAt: 'read',
      state: 'read',
      attempts: 'data',
    },
    ...{ sentMessageIds: 'data', step: 'data', remark: 'data', mayBeDouble: 'data', isAnswerLost: 'data' },
    screen: left('a message that could not go yet; it comes to the chat by itself and is gone then'),
    ...{
      leasedUntil: WORK_LIST,
      leasedBy: WORK_LIST,
      subject: WORK_LIST,
      isStarted: WORK_LIST,
      rank: WORK_LIST,
    },
  },
  audit: { _id: 'data', at: 'read', by: 'read', what: 'read', about: 'data', facts: 'read' },
  people: { _id: 'data', name: 'read', posts: 'read', rev: 'data' },
  codes: {
    ...{ createdAt: 'read', expiresAt: 'data', usedBy: 'data', usedWith: 'data', gives: 'read' },
    _id: left('the hash of a code that was used up'),
    by: OFFICIAL,
  },
  apiTokens: {
    ...{ _id: 'data', issuedAt: 'read', expiresAt: 'data', issuedBy: OFFICIAL },
    hash: left('the hash of a token: whoever holds it could try to guess the token'),
  },
  accountMoves: {
    ...{ _id: 'data', fromId: 'data', askedAt: 'read', state: 'data', decidedAt: 'data', reason: 'read' },
    toId: OTHER_ACCOUNT,
    isNameSame: left('whether a name somebody typed was the right one'),
    ...{ isForModerators: WORK_LIST, rev: WORK_LIST, decidedBy: OFFICIAL },
  },
  quarantine: {
    ...{ _id: 'data', at: 'read', what: 'read', ownerId: 'data' },
    problem: left('it says where our program failed'),
    settled: left('it says which moderator looked after it'),
  },
} as const satisfies Readonly<Record<string, Fields>>;

export type PersonalCollection = keyof typeof PERSONAL_FIELDS;

/** Collections where nobody’s data lie, and why. */
export const NOBODYS: Readonly<Record<string, string>> = {
  cards:
    'where an appeal’s card stands in a group of the staff; the topic’s title is its number and category',
  shownPictures: 'in which messages of staff groups the pictures of `appeals.attachments` stand',
  breaches: 'what leaked and what was done about it, in the operator’s words: it asks to name nobody',
  staffGroups: 'groups of departments',
  watches: 'thresholds of the queue',
  counters: 'the last number given',
  copies: 'sizes and types of the files that `appeals.copies` names',
  movedChats: 'old and new ids of groups',
  papers: 'which papers were issued, by the hash of their code; nobody’s name',
  sandbox: 'the sandbox’s clock',
};

/** Fields inside others that have words on the paper. */
const NESTED = [
  ...['text', 'at', 'until', 'reason', 'version', 'label', 'district', 'latitude', 'longitude', 'stars'],
  ...['reasons', 'comment', 'ground', 'plannedOn', 'signatory', 'post', 'correctedAt', 'type', 'day'],
  ...['corrected', 'was', 'files', 'sizeBytes', 'role', 'ordinal', 'days', 'join', 'askedAt'],
  ...['desk', 'count', 'file', 'channel', 'from', 'to'],
] as const;

const readIn = (fields: Fields): string[] => Object.keys(fields).filter((field) => fields[field] === 'read');

/** Every field that has words on the paper. */
export const READ_FIELDS: readonly string[] = [
  ...new Set([...Object.values(PERSONAL_FIELDS).flatMap(readIn), ...NESTED]),
];

/** What of a record stands on the paper, in its order. */
export function readOf(collection: PersonalCollection, record: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(readIn(PERSONAL_FIELDS[collection]).map((field) => [field, record[field]]));
}

/** A record as its person is given it: without what the table leaves out. */
export function givenOf(collection: PersonalCollection, record: Readonly<Record<string, unknown>>) {
  const fields: Fields = PERSONAL_FIELDS[collection];
  const given = Object.entries(record).filter(([field]) => typeof fields[field] === 'string');
  return Object.fromEntries(given);
}
