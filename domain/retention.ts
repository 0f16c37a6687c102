import { after, DAY_MS, type Instant } from './instant';

/** How long each kind of record is kept, from the city’s folder. The law names one of them: appeals, 5 years. */
export interface Retention {
  /** From the last thing that happened to the appeal. */
  readonly appealYears: number;
  /** Drafts, sent off or not, since they were last touched. */
  readonly draftDays: number;
  /** Notices that went or were skipped. */
  readonly noticeDays: number;
  /** The record of the staff’s acts and requests of new accounts; names of those let go, since an act of or about them. */
  readonly auditDays: number;
  /** Updates nobody could carry out, once a moderator has settled them. */
  readonly quarantineDays: number;
  /** Used or expired invitations, and tokens of the staff API that ran out. */
  readonly codeDays: number;
}

export const RETENTION_KINDS = [
  'appeals',
  'profiles',
  'papers',
  'drafts',
  'notices',
  'audit',
  'quarantine',
  'codes',
  'tokens',
  'moves',
  'names',
] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

const yearsBefore = (now: Instant, years: number): Instant => {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then;
};

const daysBefore = (now: Instant, days: number): Instant => after(now, -days * DAY_MS);

const BEFORE: Record<RetentionKind, (now: Instant, keep: Retention) => Instant> = {
  appeals: (now, { appealYears }) => yearsBefore(now, appealYears),
  profiles: (now, { appealYears }) => yearsBefore(now, appealYears),
  papers: (now, { appealYears }) => yearsBefore(now, appealYears),
  drafts: (now, { draftDays }) => daysBefore(now, draftDays),
  notices: (now, { noticeDays }) => daysBefore(now, noticeDays),
  audit: (now, { auditDays }) => daysBefore(now, auditDays),
  quarantine: (now, { quarantineDays }) => daysBefore(now, quarantineDays),
  codes: (now, { codeDays }) => daysBefore(now, codeDays),
  tokens: (now, { codeDays }) => daysBefore(now, codeDays),
  moves: (now, { auditDays }) => daysBefore(now, auditDays),
  names: (now, { auditDays }) => daysBefore(now, auditDays),
};

/** What is older than this is not kept any more. */
export const keptSince = (kind: RetentionKind, now: Instant, keep: Retention): Instant =>
  BEFORE[kind](now, keep);
