import type { ApiToken } from '../../domain/api-token';
import type { AccountMove } from '../../domain/account-move';
import type { Appeal } from '../../domain/appeal';
import type { BreachEntry } from '../../domain/breach';
import type { Citizen } from '../../domain/citizen';
import type { Colleague } from '../../domain/colleague';
import type { Draft } from '../../domain/draft';
import type { Notice } from '../../domain/notice';
import type { OneTimeCode } from '../../domain/one-time-code';
import type { StaffGroup } from '../../domain/staff-group';
import type { IssuedPaper } from '../../domain/paper';
import type { AuditEntry, ShownPicture } from '../../use-cases/staff-ports';

import type { Card } from '../../use-cases/ports';
import type { Settled } from '../../use-cases/quarantine-ports';

/** What lies in the database: the domain's object with `_id` for `id`, and what only the store needs. */
type Stored<T extends { id: string }> = Omit<T, 'id'> & { _id: string };

export interface AppealRecord extends Stored<Appeal> {
  /** Ids of events whose notices are not made yet. */
  unexpanded: string[];
  /** When the sweep last tried to make them. */
  sweptAt?: Date;
  /** Ids of attachments without a copy of ours. */
  uncopied: string[];
  /** Kept beside the attachments so that `save` cannot undo them. */
  copies: { id: string; copyId: string; look?: string }[];
  /** When to ask for the uncopied ones again, and how often they were asked for in vain; absent before the first try. */
  copyAt?: Date;
  copyTries?: number;
  searchWords: string[];
  /** Where those nearby are looked for; absent without a place. */
  placeKeys?: string[];
  /** The same for the same words. */
  textKey?: string;
  /** When to look again whether to remind its citizen; every change takes it away, which asks for a look at once. */
  remindAt?: Date;
  /** When to look again whether it is late; every change of an appeal that is looked after asks for a look at once. */
  lookAt?: Date;
}

export interface DraftRecord extends Stored<Draft> {
  /** Written in the owner's own chat with the bot. */
  isPrivate: boolean;
}

export interface CitizenRecord extends Stored<Citizen> {
  /** When it was first found to be without consent. */
  noConsentSince?: Date;
}

export interface NoticeRecord extends Stored<Notice> {
  /** What its order is kept about: the appeal, else the draft, else the chat as a whole. */
  subject: string;
  /** Somebody has begun to send it at least once. */
  isStarted: boolean;
  rank: number;
}

export type CardRecord = Card & { _id: string };

export type ShownPictureRecord = ShownPicture & { _id: string };

export type AccountMoveRecord = Stored<AccountMove>;

export type ColleagueRecord = Stored<Colleague>;

export type CodeRecord = Stored<OneTimeCode>;

/** `_id` is whose it is. */
export type ApiTokenRecord = Omit<ApiToken, 'ownerId'> & { _id: string };

export type BreachRecord = Stored<BreachEntry>;

export type StaffGroupRecord = StaffGroup & { _id: string };

export type AuditRecord = Stored<AuditEntry>;

export interface WatchRecord {
  _id: string;
  isBeyond: boolean;
  /** When it became so. */
  since: Date;
}

export interface CounterRecord {
  _id: string;
  last: number;
}

export interface QuarantineRecord {
  _id: string;
  at: Date;
  /** JSON: whatever came, no key of it can confuse the database. */
  what: string;
  problem: string;
  /** Whose words they are, where that can be told. */
  ownerId?: string;
  /** What a moderator did with it; absent while it waits. */
  settled?: Settled;
}

export interface CopyRecord {
  /** The key it was put under. */
  _id: string;
  copyId: string;
  mediaType: string;
  sizeBytes: number;
}

/** `_id` is the hash of the code. */
export type PaperRecord = IssuedPaper & { _id: string };

/** `_id` is the messenger and the old id. */
export interface MovedChatRecord {
  _id: string;
  toChatId: string;
}

export interface ClockRecord {
  _id: string;
  offsetMs: number;
}

/** Without keys whose value is `undefined`, at any depth; `null` stays. */
export function compact<T>(value: T): T {
  if (Array.isArray(value)) return value.map(compact) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(kept.map(([key, field]) => [key, compact(field)])) as T;
}

/** The update that makes a record's own fields exactly `fields`: those of `optional` that are absent go away. */
export function wholeUpdate<T extends object>(
  fields: T,
  optional: readonly string[],
): { $set: T; $unset?: Record<string, 1> } {
  const $set = compact(fields);
  const absent = optional.filter((name) => !(name in $set));
  if (absent.length === 0) return { $set };
  return { $set, $unset: Object.fromEntries(absent.map((name) => [name, 1])) };
}

/** Somebody inserted the same key first. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
