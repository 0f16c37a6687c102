import { trusted, type Connection, type Model } from 'mongoose';
import type * as records from './records';
import { Mixed, shape } from './shape';
import { API_TOKENS, AUDIT, BREACHES, CODES, PEOPLE, STAFF_GROUPS } from './staff-schemas';

const APPEALS = shape({
  ...{
    _id: String,
    number: String,
    incomingNumber: String,
    kind: String,
    pieces: [Mixed],
    category: String,
    complexity: String,
  },
  ...{ department: String, place: Mixed, particulars: Mixed, attachments: [Mixed], citizenId: String },
  ...{
    language: String,
    isVerified: Boolean,
    needsModerator: Boolean,
    isUrgent: Boolean,
    status: String,
    outcome: String,
  },
  ...{ answers: [Mixed], rating: Mixed, executorId: String, reworkCount: Number, registeredAt: Date },
  ...{ dueAt: Date, legalDueAt: Date, identifiedAt: Date, rev: Number, events: [Mixed] },
  ...{ leadId: String, joinerIds: { type: [String], default: undefined }, onBehalfOf: Mixed },
  ...{ marks: { type: [Mixed], default: undefined }, coAuthors: { type: [String], default: undefined } },
  ...{ hidesName: Boolean, sifted: { type: [String], default: undefined } },
  ...{ formerCitizenIds: { type: [String], default: undefined } },
  ...{ hiddenFiles: { type: [String], default: undefined }, copyAt: Date, copyTries: Number },
  ...{ authorCategory: String, socialStatus: String, isPreferred: Boolean },
  ...{ isAboutOfficials: Boolean, complainedOf: { type: [String], default: undefined } },
  ...{ placeKeys: { type: [String], default: undefined }, textKey: String },
  ...{
    unexpanded: [String],
    uncopied: [String],
    copies: [Mixed],
    searchWords: [String],
    remindAt: Date,
    lookAt: Date,
    sweptAt: Date,
  },
});
APPEALS.index({ number: 1 }, { unique: true });
APPEALS.index({ citizenId: 1, registeredAt: -1 });
APPEALS.index({ status: 1, isUrgent: -1, isPreferred: -1, dueAt: 1 });
APPEALS.index({ status: 1, remindAt: 1 });
APPEALS.index({ status: 1, legalDueAt: 1 });
APPEALS.index({ executorId: 1, status: 1, dueAt: 1 });
APPEALS.index({ department: 1, status: 1, dueAt: 1 });
APPEALS.index({ lookAt: 1 });
APPEALS.index({ unexpanded: 1 });
APPEALS.index({ uncopied: 1 });
APPEALS.index({ searchWords: 1 });
APPEALS.index({ leadId: 1 });
APPEALS.index({ category: 1, placeKeys: 1, status: 1, registeredAt: -1 });
APPEALS.index({ textKey: 1, registeredAt: -1 });
APPEALS.index({ registeredAt: 1 });
APPEALS.index({ 'events.by': 1, 'events.at': -1 });
APPEALS.index({ 'events.at': -1 });

const DRAFTS = shape({
  ...{ _id: String, kind: String, ownerId: String, messenger: String, chatId: String, threadId: String },
  ...{ subjectId: String, fields: Mixed, state: String, at: String, eventIds: [String], rev: Number },
  ...{ createdAt: Date, updatedAt: Date, nudgedAt: Date, isPrivate: Boolean },
});
DRAFTS.index({ ownerId: 1, state: 1, updatedAt: -1 });
DRAFTS.index({ state: 1, isPrivate: 1, updatedAt: 1 });
DRAFTS.index({ subjectId: 1 }, { sparse: true });

const CITIZENS = shape({
  ...{ _id: String, messenger: String, chatId: String, language: String, consent: Mixed, phone: String },
  ...{
    name: String,
    residence: String,
    email: String,
    isReachable: Boolean,
    wantsDigest: Boolean,
    movedTo: String,
    rev: Number,
    hidesName: Boolean,
    strikes: { type: [Mixed], default: undefined },
    slow: Mixed,
  },
  ...{ authorCategory: String, socialStatus: String, forgetting: Mixed, noConsentSince: Date },
});

CITIZENS.index({ 'forgetting.lookAt': 1 });
CITIZENS.index({ phone: 1 });
CITIZENS.index({ name: 1 });
CITIZENS.index({ movedTo: 1 }, { sparse: true });

const NOTICES = shape({
  ...{ _id: String, kind: String, messenger: String, chatId: String, threadId: String, eventId: String },
  ...{ appealId: String, draftId: String, screen: Mixed, dueAt: Date, createdAt: Date, state: String },
  ...{ attempts: Number, leasedUntil: Date, leasedBy: String, sentMessageIds: [String], remark: String },
  ...{
    step: String,
    subject: String,
    isStarted: Boolean,
    rank: Number,
    mayBeDouble: Boolean,
    isAnswerLost: Boolean,
  },
  firstDueAt: Date,
});
NOTICES.index({ messenger: 1, chatId: 1, state: 1, rank: 1, createdAt: 1 });
NOTICES.index({ state: 1, dueAt: 1 });
NOTICES.index({ state: 1, firstDueAt: 1 }, { partialFilterExpression: { firstDueAt: { $exists: true } } });
NOTICES.index({ chatId: 1, sentMessageIds: 1 });
NOTICES.index({ appealId: 1 }, { sparse: true });

const CARDS = shape({
  ...{ _id: String, appealId: String, messenger: String, chatId: String, threadId: String },
  ...{ messageId: String, shownRev: Number, shownMark: String, topicTitle: String },
  ...{ isTopicClosed: Boolean, hasLostTopic: Boolean, isPinned: Boolean, isWithoutTopic: Boolean },
});
CARDS.index({ appealId: 1 });
CARDS.index({ chatId: 1, messageId: 1 });
CARDS.index({ chatId: 1, threadId: 1 });

const SHOWN_PICTURES = shape({
  ...{ _id: String, appealId: String, fileId: String, kind: String, eventId: String, hasWords: Boolean },
  ...{ messenger: String, chatId: String, threadId: String, messageId: String },
});
SHOWN_PICTURES.index({ appealId: 1 });

const ACCOUNT_MOVES = shape({
  ...{ _id: String, fromId: String, toId: String, askedAt: Date, isNameSame: Boolean },
  ...{ isForModerators: Boolean, state: String, decidedBy: String, decidedAt: Date, reason: String },
  rev: Number,
});
ACCOUNT_MOVES.index({ state: 1, fromId: 1 });

const WATCHES = shape({ _id: String, isBeyond: Boolean, since: Date });
const COUNTERS = shape({ _id: String, last: Number });
const QUARANTINE = shape({
  ...{ _id: String, at: Date, what: String, problem: String, settled: Mixed, ownerId: String },
});
QUARANTINE.index({ ownerId: 1 });
QUARANTINE.index({ settled: 1, at: 1 });
const COPIES = shape({ _id: String, copyId: String, mediaType: String, sizeBytes: Number });
const PAPERS = shape({
  ...{ _id: String, kind: String, number: String, at: Date, outcome: String, issuedAt: Date },
});
const MOVED_CHATS = shape({ _id: String, toChatId: String });
const SANDBOX = shape({ _id: String, offsetMs: Number });

/** Every collection there is. */
export const SCHEMAS = {
  appeals: APPEALS,
  drafts: DRAFTS,
  citizens: CITIZENS,
  notices: NOTICES,
  cards: CARDS,
  shownPictures: SHOWN_PICTURES,
  accountMoves: ACCOUNT_MOVES,
  people: PEOPLE,
  audit: AUDIT,
  codes: CODES,
  apiTokens: API_TOKENS,
  breaches: BREACHES,
  staffGroups: STAFF_GROUPS,
  watches: WATCHES,
  counters: COUNTERS,
  quarantine: QUARANTINE,
  copies: COPIES,
  movedChats: MOVED_CHATS,
  papers: PAPERS,
  sandbox: SANDBOX,
} as const;

export type Collection = keyof typeof SCHEMAS;

interface Records {
  appeals: records.AppealRecord;
  drafts: records.DraftRecord;
  citizens: records.CitizenRecord;
  notices: records.NoticeRecord;
  cards: records.CardRecord;
  shownPictures: records.ShownPictureRecord;
  accountMoves: records.AccountMoveRecord;
  people: records.ColleagueRecord;
  audit: records.AuditRecord;
  codes: records.CodeRecord;
  apiTokens: records.ApiTokenRecord;
  breaches: records.BreachRecord;
  staffGroups: records.StaffGroupRecord;
  watches: records.WatchRecord;
  counters: records.CounterRecord;
  quarantine: records.QuarantineRecord;
  copies: records.CopyRecord;
  movedChats: records.MovedChatRecord;
  papers: records.PaperRecord;
  sandbox: records.ClockRecord;
}

/** The office works on the lead of whoever joined, until they say «not solved». */
export const NOT_CARRIED = { $or: [{ leadId: null }, { reworkCount: trusted({ $gt: 0 }) }] };

/** The collection's model on this connection; the collection is called as here. */
export function modelOf<Name extends keyof Records>(
  connection: Connection,
  name: Name,
): Model<Records[Name]> {
  const known = connection.models[name];
  return (known ?? connection.model(name, SCHEMAS[name], name)) as unknown as Model<Records[Name]>;
}

export async function prepareIndexes(connection: Connection): Promise<void> {
  for (const name of Object.keys(SCHEMAS) as (keyof Records)[])
    await modelOf(connection, name).createIndexes();
}
