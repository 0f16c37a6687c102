import type { Appeal, Status } from '../domain/appeal';
import type { Citizen } from '../domain/citizen';
import type { Draft } from '../domain/draft';
import type { Instant } from '../domain/instant';
import type { Actor } from '../domain/permissions';
import type { Notice } from '../domain/notice';
import type { IssuedPaper, Paper, PaperCheck } from '../domain/paper';

/** The business clock: the database's time in the sandbox's hands, real time elsewhere. */
export type Clock = () => Instant;

export interface OpenCounts {
  /** Nobody has it. */
  readonly untaken: number;
  readonly dueToday: number;
  readonly late: number;
  /** The citizen said «not solved». */
  readonly returned: number;
}

export interface Uncopied {
  readonly appeal: Appeal;
  /** How often in vain, since an original was last added. */
  readonly tries: number;
}

export interface Appeals {
  find(id: string): Promise<Appeal | undefined>;
  findByNumber(number: string): Promise<Appeal | undefined>;
  /** `exists` when the id is taken: the same draft was submitted before. */
  insert(appeal: Appeal): Promise<'inserted' | 'exists'>;
  /** Writes `appeal` whole in one operation if the record still has `appeal.rev - 1`; false when it has moved on. */
  save(appeal: Appeal): Promise<boolean>;
  /** Newest first. */
  listOf(
    citizenId: string,
    page: { skip: number; limit: number },
  ): Promise<{ appeals: Appeal[]; total: number }>;
  /** Every appeal of a department in these statuses, the most urgent first. */
  listOpenOf(department: string, statuses: readonly Status[]): Promise<Appeal[]>;
  /** How many appeals of these statuses a citizen has. */
  countOf(citizenId: string, statuses: readonly Status[]): Promise<number>;
  /** How many appeals of these statuses an official has. */
  countHeld(executorId: string, statuses: readonly Status[]): Promise<number>;
  /** Appeals of these statuses an official has, the most urgent first. */
  listHeld(executorId: string, statuses: readonly Status[], limit: number): Promise<Appeal[]>;
  /** A page of the office's work, the most urgent first; joiners behind their leads are left out. */
  listWork(
    wanted: WorkWanted,
    page: { skip: number; limit: number },
  ): Promise<{ appeals: Appeal[]; total: number }>;
  /** Those who have appeals of a department in these statuses. */
  executorsOf(department: string, statuses: readonly Status[]): Promise<string[]>;
  /** What the office owes now, or one department of it; `dayEndsAt` ends today in the city. */
  countOpen(now: Instant, dayEndsAt: Instant, department?: string): Promise<OpenCounts>;
  /** By number, or by words in the text or the place; newest first. */
  search(words: string, limit: number): Promise<Appeal[]>;
  /** Appeals holding events whose notices are not made yet. */
  unexpanded(limit: number): Promise<Appeal[]>;
  /** Those of them that were not swept in the last ten seconds. */
  toSweep(now: Instant, limit: number): Promise<Appeal[]>;
  /** The sweep is about to make its notices; `rev` is not touched. */
  markSwept(appealId: string, sweptAt: Instant): Promise<void>;
  unexpandedEventIds(appealId: string): Promise<string[]>;
  /** Takes the event off the outbox without touching `rev`. */
  markExpanded(appealId: string, eventId: string): Promise<void>;
  /** Answered ones still waiting for the citizen whose reminder is due or that changed since, the longest waiting first. */
  toRemind(now: Instant, limit: number): Promise<Appeal[]>;
  /** Looked at as of this `rev`: no reminder is due before `remindAt`, or at all without it, unless it changes. */
  remindAgain(appeal: Pick<Appeal, 'id' | 'rev'>, remindAt?: Instant): Promise<void>;
  /** Those whose term runs or that will be asked about, whose look is due or that changed since, the longest waiting first. */
  toLookAt(now: Instant, limit: number): Promise<Appeal[]>;
  /** Looked at as of this `rev`: not again before `lookAt`, or at all without it, unless it changes. */
  lookAgain(appeal: Pick<Appeal, 'id' | 'rev'>, lookAt?: Instant): Promise<void>;
  /**
   * Asks for a look at those among the next `limit` after `afterId`, in the order of ids, that an older version stored
   * without one; answers with the last id it read, or nothing at the end.
   */
  beginLooks(afterId: string, limit: number): Promise<string | undefined>;
  /** Appeals with originals we have not copied yet and may ask for now: those never asked for first, then the longest ago. */
  withUncopiedAttachments(now: Instant, limit: number): Promise<Uncopied[]>;
  /** Its originals are asked for as of this `rev`: not again before `at`, unless new ones come with a change of it. */
  copyAgain(appeal: Pick<Appeal, 'id' | 'rev'>, next: { at: Instant; tries: number }): Promise<void>;
  /** Notes our copy of an attachment without touching `rev`. */
  recordCopy(appealId: string, attachmentId: string, copyId: string, look?: string): Promise<void>;
  /** Our copies of these attachments are no more, nor will be; `rev` is not touched. */
  forgetCopies(appealId: string, attachmentIds: readonly string[]): Promise<void>;
  /** Open ones of a category under any of these place keys, registered since then, `limit` of each key. */
  near(wanted: NearWanted): Promise<Appeal[]>;
  /** Those with the same words, whoever wrote them, newest first. */
  withSameText(text: string, since: Instant, limit: number): Promise<Appeal[]>;
  /** Those whose `leadId` it is, the oldest first: the record itself, however far `joinerIds` has come. */
  joinerIdsOf(leadId: string): Promise<string[]>;
}

/** Whose work: what an official has, or what departments have; of all the city without either. */
export interface WorkWanted {
  readonly executorId?: string;
  readonly departments?: readonly string[];
  /** Who reads it: complaints about officials are only for whom the table of permissions lets in. */
  readonly reader?: Actor;
  readonly statuses: readonly Status[];
}

export interface NearWanted {
  readonly category: string;
  readonly placeKeys: readonly string[];
  readonly since: Instant;
  readonly limit: number;
}

/** Gives 1, 2, 3 … in each year. Gaps are fine, repeats are not. */
export interface Numbers {
  next(year: number): Promise<number>;
}

export interface Drafts {
  find(id: string): Promise<Draft | undefined>;
  insert(draft: Draft): Promise<'inserted' | 'exists'>;
  /** Like `Appeals.save`. */
  save(draft: Draft): Promise<boolean>;
  /** The open draft this person touched last in this chat and topic: where they were if Redis forgot. */
  openOf(
    ownerId: string,
    at: { messenger: string; chatId: string; threadId?: string },
  ): Promise<Draft | undefined>;
  /** What this person wrote in this chat with that message, however it ended; the newest. */
  writtenWith(ownerId: string, chat: ChatKey, messageId: string): Promise<Draft | undefined>;
  /** Whether a draft of this person but `besides` has this event already, however it ended. */
  hasTaken(ownerId: string, eventId: string, besides?: string): Promise<boolean>;
  /** Whether what this person writes in this chat has changed after that moment, however it ended. */
  hasWrittenSince(ownerId: string, chat: ChatKey, since: Instant): Promise<boolean>;
  /** Open or put aside, newest first. */
  unfinishedOf(ownerId: string): Promise<Draft[]>;
  /** Open drafts of private chats untouched since `before` and never nudged. */
  forgotten(before: Instant, limit: number): Promise<Draft[]>;
  markNudged(id: string, at: Instant): Promise<void>;
}

export interface Citizens {
  find(id: string): Promise<Citizen | undefined>;
  /** Those who gave this phone, at most `limit`. */
  withPhone(phone: string, limit: number): Promise<Citizen[]>;
  /** Those whose name begins so, at most `limit`. */
  named(beginning: string, limit: number): Promise<Citizen[]>;
  /** Accounts whose appeals this one has now. */
  formerOf(id: string): Promise<Citizen[]>;
  insert(citizen: Citizen): Promise<'inserted' | 'exists'>;
  save(citizen: Citizen): Promise<boolean>;
  /** Those who asked to be forgotten and may be looked at now, the longest waiting first. */
  toForget(now: Instant, limit: number): Promise<Citizen[]>;
  /** Whoever asked to be forgotten, as of this `rev`, is looked at again not before `lookAt`; `rev` is not touched. */
  lookAgain(citizen: Pick<Citizen, 'id' | 'rev'>, lookAt: Instant): Promise<void>;
  remove(id: string): Promise<void>;
}

/** A notice as its worker took it; one that somebody else has taken since is left alone. */
export type HeldNotice = Pick<Notice, 'id' | 'leasedBy'>;
export type DueNotice = HeldNotice & Pick<Notice, 'dueAt' | 'firstDueAt'>;

export interface Notices {
  /** Existing ids are left as they are. */
  insert(notices: readonly Notice[]): Promise<void>;
  find(id: string): Promise<Notice | undefined>;
  /** The chat's oldest waiting notice that is due, leased until `until`, unless an older one is under way. */
  leaseNext(chat: ChatKey, now: Instant, until: Instant): Promise<Notice | undefined>;
  /** Chats that have something due and not under way, the longest waiting first. */
  chatsDue(now: Instant, limit: number): Promise<ChatKey[]>;
  /** The lease runs `ms` from now, if it is still this one. */
  renew(notice: HeldNotice, ms: number): Promise<void>;
  markSent(notice: HeldNotice, sentMessageIds: readonly string[]): Promise<void>;
  markSkipped(notice: HeldNotice, remark: string): Promise<void>;
  /** Back to waiting, not before `dueAt`; `isAttempt` counts it. When it was due first is kept. */
  postpone(notice: DueNotice, to: { dueAt: Instant; remark: string; isAttempt: boolean }): Promise<void>;
  /** The chat got a new id. */
  readdress(chat: ChatKey, toChatId: string): Promise<void>;
  /** What was skipped because this chat could not be reached waits again. */
  retryUnreachable(chat: ChatKey, now: Instant): Promise<void>;
  /** Which notice a message of ours was; the newest, when its screen changed since. */
  findByMessage(chat: ChatKey, messageId: string): Promise<Notice | undefined>;
  /** Our messages about an appeal that stand in a chat. */
  sentAbout(chat: ChatKey, appealId: string): Promise<string[]>;
  /** The one that should have been sent the longest ago, whatever pauses it made since; `isStuck`: of those this version cannot send, or of the others. */
  oldestWaiting(now: Instant, only?: { readonly isStuck: boolean }): Promise<Notice | undefined>;
  /** How many wait that this version cannot send: they broke what handles them, or are a newer one’s. */
  countStuck(): Promise<number>;
  countByState(): Promise<Record<string, number>>;
}

export interface ChatKey {
  readonly messenger: string;
  readonly chatId: string;
}

/** An appeal's message in a staff chat, kept true. */
export interface Card {
  readonly appealId: string;
  readonly messenger: string;
  readonly chatId: string;
  readonly threadId?: string;
  readonly messageId?: string;
  /** The appeal's `rev` it shows. */
  readonly shownRev: number;
  /** A mark of the screen it shows: what looks the same is not sent again. */
  readonly shownMark?: string;
  /** What its topic is called now. */
  readonly topicTitle?: string;
  readonly isTopicClosed?: boolean;
  /** The answer to opening its topic was lost: it goes without one, so that no second is opened. */
  readonly isWithoutTopic?: boolean;
  /** Somebody deleted its topic: the next one begins with what happened so far. */
  readonly hasLostTopic?: boolean;
  readonly isPinned?: boolean;
}

export interface Cards {
  find(appealId: string, chat: ChatKey): Promise<Card | undefined>;
  findByMessage(chat: ChatKey, messageId: string): Promise<Card | undefined>;
  /** Every card of an appeal, one a chat. */
  of(appealId: string): Promise<Card[]>;
  /** The card a topic was opened for. */
  findByThread(chat: ChatKey, threadId: string): Promise<Card | undefined>;
  save(card: Card): Promise<void>;
}

/** Groups that got a new id. */
export interface MovedChats {
  /** Where the chat is now: itself when it never moved. */
  latest(chat: ChatKey): Promise<ChatKey>;
  record(chat: ChatKey, toChatId: string): Promise<void>;
}

/** Where a person is in their talk with the bot. Ids only: it lives in Redis. */
export interface Position {
  readonly rev: number;
  readonly draftId?: string;
  /** The bot's message that shows the present question. */
  readonly screenMessageId?: string;
  /** Tokens of the present choices with a hash of their label, so that typed numbers and words find them. */
  readonly choices?: readonly { readonly token: string; readonly word: string }[];
  readonly lastToken?: string;
  /** The last few events carried out. */
  readonly seen: readonly string[];
}

/** The interface of telegraf-session-redis, with compare-and-set: `saveSession` is false when somebody was faster. */
export interface SessionStore {
  getSession(key: string): Promise<Position | undefined>;
  saveSession(key: string, session: Position): Promise<boolean>;
  clearSession(key: string): Promise<void>;
}

/** Wakes the workers. Only ids travel; losing a job loses nothing. Never throws. */
export interface Jobs {
  expandAppeal(appealId: string): Promise<void>;
  /** `afterMs` in real time, at once without it. */
  deliverTo(chat: ChatKey, afterMs?: number): Promise<void>;
}

/** Our own copies of what people sent. */
export interface Files {
  /** Returns the copy's id; the same key gives the same copy. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<string>;
  get(id: string): Promise<Uint8Array | undefined>;
  /** What was put under the key is no more; nothing when it never was. */
  remove(key: string): Promise<void>;
}

/** Makes pictures fit to be kept and passed on: upright, of a sensible size, silent about where and with what they were taken. */
export interface Pictures {
  /** A JPEG, or why there is none. */
  clean(bytes: Uint8Array): Promise<Uint8Array | 'too_many_pixels' | 'unreadable'>;
  /** The look of a cleaned picture in 16 hexadecimal digits; none when there is too little to see. */
  look(bytes: Uint8Array): Promise<string | undefined>;
}

/** Printed papers by their check codes. */
export interface Papers {
  /** Gives the paper a new code of at least 128 bits; only its hash is kept. */
  issue(paper: IssuedPaper): Promise<string>;
  /** By the code as somebody typed it. */
  find(typed: string): Promise<IssuedPaper | undefined>;
}

/** Puts a paper into a file to be printed. */
export interface Printer {
  /** A PDF. Without `check` it is nobody's proof, only for its reader. */
  print(paper: Paper, check: PaperCheck | undefined, language: string): Promise<Uint8Array>;
}

/** How often somebody may do something. */
export interface Limits {
  /** Counts this time too; false when there were more than `times` in the last `seconds`. */
  allows(what: string, who: string, limit: { times: number; seconds: number }): Promise<boolean>;
}

/** The messenger-wide allowance for sending. Resolves to 0 when the call may go now, else milliseconds to wait. */
export interface SendingBudget {
  take(call: { messenger: string; chatId: string; isGroup: boolean; lane: string }): Promise<number>;
  /** The messenger asked for a pause in this chat. */
  pause(chat: ChatKey, ms: number): Promise<void>;
}

/** An alarm as it is told where no messenger is needed for it. */
export interface OutsideAlarm {
  readonly alarm: string;
  /** How long what is waited for has waited, where that is known. */
  readonly ageMs?: number;
  /** While it lasts it is told again after so long; an hour without it. */
  readonly everyMs?: number;
}

/** One holder at a time among all processes. */
export interface Lease {
  /** True when this process holds `name` for the next `ms`; call again to keep it. */
  hold(name: string, ms: number): Promise<boolean>;
  release(name: string): Promise<void>;
}

export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}
