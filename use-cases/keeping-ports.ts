import type { Appeal } from '../domain/appeal';
import type { Instant } from '../domain/instant';
import type { Mask } from '../domain/name-forms';
import type { RawRecords } from '../domain/personal-data';
import type { RetentionKind } from '../domain/retention';

/** Where people are in their talks, by person. */
export interface SessionsOfPeople {
  clearAllOf(messenger: string, personId: string): Promise<void>;
}

/** What is hidden of a person: beside their own appeal every contact too, in appeals of others only what is theirs. */
export interface Masks {
  readonly own: Mask;
  readonly others: Mask;
}

/** What is erased besides appeals and the person's own record. Each may be called again after a crash. */
export interface Erasure {
  /**
   * What hangs on an appeal: drafts about it, stored screens, its author's id in the histories of those they joined or led;
   * words of the staff about it are masked, and so are those it shared with the appeals that stood behind it.
   */
  besideAppeal(appeal: Appeal, masks: Masks): Promise<void>;
  /** All else of the person's. What a colleague did for the office stays, and that one was let go. */
  ofPerson(personId: string, isColleague: boolean): Promise<void>;
}

/** All that lies in the database about one person, as it lies there. */
export interface PersonalRecords {
  of(personId: string): Promise<RawRecords>;
}

export interface Retained {
  readonly count: number;
  /** The oldest of them; absent when there is none. */
  readonly oldest?: Instant;
}

/** Records past their time, by kind. */
export interface OldRecords {
  count(kind: RetentionKind, before: Instant): Promise<Retained>;
  /** The oldest first. */
  ids(kind: RetentionKind, before: Instant, limit: number): Promise<string[]>;
  /** The records themselves; of `names` the name alone, as who was let go is not forgotten with it. */
  remove(kind: Exclude<RetentionKind, 'appeals'>, ids: readonly string[]): Promise<void>;
  /** Profiles without consent are counted from the first look that finds them so. */
  dateProfiles(now: Instant): Promise<void>;
  /** With its card, drafts and notices; files are looked after before. */
  removeAppeal(appealId: string): Promise<void>;
  /** True for the first of all processes that asks in each `dayMs`. */
  beginDay(now: Instant, dayMs: number): Promise<boolean>;
}
