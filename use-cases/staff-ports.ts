import type { Appeal } from '../domain/appeal';
import type { AccountMove } from '../domain/account-move';
import type { Act, ActsWanted, Span } from '../domain/act';
import type { ApiToken } from '../domain/api-token';
import type { BreachEntry } from '../domain/breach';
import type { Colleague, PostRole } from '../domain/colleague';
import type { Instant } from '../domain/instant';
import type { OpenAppeal } from '../domain/queue';
import type { StaffGroup } from '../domain/staff-group';
import type { FiledAppeal } from '../domain/statistics';
import type { ChatKey } from './ports';
import type { Gift, OneTimeCode } from '../domain/one-time-code';

/** The staff: who holds which role in which department. */
export interface People {
  find(id: string): Promise<Colleague | undefined>;
  insert(colleague: Colleague): Promise<'inserted' | 'exists'>;
  /** Writes the whole record if it still has `colleague.rev - 1`; false when somebody was faster. */
  save(colleague: Colleague): Promise<boolean>;
  /** Everybody who holds the role, in the department if one is named. */
  withRole(role: PostRole, department?: string): Promise<Colleague[]>;
  /** Everybody who holds any post. */
  list(): Promise<Colleague[]>;
}

/** One act of the staff. Ids only: no names, phones or words of people. */
export interface AuditEntry {
  /** The command's id, so that one act is recorded once. */
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  /** `person.invited`, `group.bound` …: the kind of thing and what happened to it. */
  readonly what: string;
  /** The id of what it was done to. */
  readonly about?: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/** The record of staff acts: only ever added to. An entry that is there already is left as it is. */
export interface Audit {
  add(entry: AuditEntry): Promise<void>;
}

/** The log of breaches of personal data: only ever added to. An entry that is there already is left as it is. */
export interface Breaches {
  add(entry: BreachEntry): Promise<void>;
  /** Oldest first. */
  all(): Promise<BreachEntry[]>;
}

/** One-time codes, known by their hashes. */
export interface Codes {
  insert(code: OneTimeCode): Promise<void>;
  /**
   * Uses the code in one atomic write: nothing when it is wrong, used, past or gives something else, with no way to
   * tell which. The command that used it gets it again.
   */
  use(id: string, what: Gift['what'], use: { by: string; with: string; at: Instant }): Promise<OneTimeCode | undefined>; // prettier-ignore
}

/** Makes codes nobody can guess: 128 bits, letters and digits. */
export interface CodeMaker {
  make(): string;
  /** What may be stored of a code. */
  hash(code: string): string;
}

/** Tokens of the staff API: one a colleague, found by its hash only. */
export interface ApiTokens {
  /** In place of the one they had. */
  put(token: ApiToken): Promise<void>;
  find(hash: string): Promise<ApiToken | undefined>;
  of(ownerId: string): Promise<ApiToken | undefined>;
  /** False when there was none. */
  revoke(ownerId: string): Promise<boolean>;
}

/** Groups of departments, by their chats. */
export interface StaffGroups {
  find(chat: ChatKey): Promise<StaffGroup | undefined>;
  insert(group: StaffGroup): Promise<'inserted' | 'exists'>;
  /** Writes the whole record if it still has `group.rev - 1`; false when somebody was faster. */
  save(group: StaffGroup): Promise<boolean>;
  /** Those bound now, in trouble or not; of one department if it is named. */
  bound(department?: string): Promise<StaffGroup[]>;
  /** Those whose cards may stand in the wrong place since their last change. */
  unsettled(limit: number): Promise<StaffGroup[]>;
  /** The cards stand right as of this `rev`. */
  markSettled(group: StaffGroup): Promise<void>;
}

/** The record looked at as a whole, by those who steer and by what is counted for them. */
export interface Oversight {
  /** Every appeal the office has the next word about, joiners behind their leads left out; the most urgent first. */
  open(): Promise<OpenAppeal[]>;
  /** Open ones whose legal term ended before now, joiners too, the earliest end first; 2000 at most. */
  pastLegalTerm(now: Instant): Promise<Appeal[]>;
  /** Those registered in this while, the oldest first. */
  filed(span: Span): Promise<FiledAppeal[]>;
  /** What the staff did, the newest first: what the appeals' histories tell and what the record of acts holds. */
  acts(wanted: ActsWanted, page: { skip: number; limit: number }): Promise<Act[]>;
}

/** What is watched for crossing a threshold: each crossing is one, however often it is looked at and by how many. */
export interface Watches {
  /** When what is beyond its threshold now went beyond; nothing while it is not. */
  since(name: string): Promise<Instant | undefined>;
  /** Notes on which side it is; answers as `since` does. */
  turn(name: string, isBeyond: boolean, at: Instant): Promise<Instant | undefined>;
}

/** A message of ours that shows a citizen's picture in a staff chat. */
export interface ShownPicture {
  readonly appealId: string;
  /** The attachment's id. */
  readonly fileId: string;
  readonly kind: 'photo' | 'document' | 'video' | 'voice';
  /** The event it came with. */
  readonly eventId: string;
  /** The citizen's words stand in the same message. */
  readonly hasWords?: boolean;
  readonly messenger: string;
  readonly chatId: string;
  readonly threadId?: string;
  readonly messageId: string;
}

/** Where pictures were shown, so that they can be taken away. */
export interface ShownPictures {
  /** What is there already is left as it is. */
  record(shown: readonly ShownPicture[]): Promise<void>;
  of(appealId: string): Promise<ShownPicture[]>;
  findByMessage(chat: ChatKey, messageId: string): Promise<ShownPicture | undefined>;
  /** It is shown there no more. */
  forget(shown: ShownPicture): Promise<void>;
}

/** Requests to go on with an old account's appeals on a new one. */
export interface AccountMoves {
  find(id: string): Promise<AccountMove | undefined>;
  /** What is there already is left as it is. */
  insert(move: AccountMove): Promise<void>;
  /** Writes the whole record if it still has `move.rev - 1`; false when somebody was faster. */
  save(move: AccountMove): Promise<boolean>;
  /** Undecided ones about this old account, the oldest first. */
  openOf(fromId: string): Promise<AccountMove[]>;
  /** Undecided ones, past their time too, the oldest first. */
  open(): Promise<AccountMove[]>;
  /** Confirmed ones whose appeals did not all move yet. */
  uncarried(): Promise<AccountMove[]>;
}
