import type { Appeal } from './appeal';
import { legalTermOf } from './escalation';
import type { Instant } from './instant';
import { isOpen } from './moves';

/** An appeal the office owes an answer to beyond the law's term. */
export interface MissedTerm {
  readonly appeal: Appeal;
  readonly lateMs: number;
}

export interface MissedIn {
  readonly department: string;
  readonly missed: readonly MissedTerm[];
}

/** The latest first; a rework begun after the end of the term has only its target and is not among them (art. 20). */
export function missedTerms(appeals: readonly Appeal[], now: Instant): readonly MissedTerm[] {
  const missed = appeals.flatMap((appeal) => {
    const term = isOpen(appeal.status) ? legalTermOf(appeal) : undefined;
    return term && term < now ? [{ appeal, lateMs: now.getTime() - term.getTime() }] : [];
  });
  return missed.sort((a, b) => b.lateMs - a.lateMs || (a.appeal.id < b.appeal.id ? -1 : 1));
}

/** The same by department, the one with the latest appeal first. */
export function missedByDepartment(missed: readonly MissedTerm[]): readonly MissedIn[] {
  const departments = [...new Set(missed.map(({ appeal }) => appeal.department))];
  return departments.map((department) => ({
    department,
    missed: missed.filter(({ appeal }) => appeal.department === department),
  }));
}
