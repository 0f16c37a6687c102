import type { Colleague, PostRole } from '../domain/colleague';
import type { Instant } from '../domain/instant';

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
