import type { Answer, Appeal, AppealEvent } from './appeal';
import { findCategory, type City } from './city';
import { DAY_MS, type Instant } from './instant';
import { isOpen } from './moves';
import { termsFor } from './term';

/** What is counted and exported of an appeal: nothing of who filed it, what they wrote and where they live. */
export interface FiledAppeal
  extends Pick<
    Appeal,
    | 'id' | 'number' | 'kind' | 'category' | 'complexity' | 'department' | 'status' | 'outcome' | 'isUrgent'
    | 'reworkCount' | 'registeredAt' | 'dueAt' | 'legalDueAt' | 'leadId'
    | 'isAboutOfficials' | 'complainedOf' | 'executorId'
  > {
  readonly place?: { readonly district?: string };
  readonly answers: readonly Pick<Answer, 'at'>[];
  readonly events: readonly Pick<AppealEvent, 'type'>[];
  readonly rating?: { readonly stars: number };
} // prettier-ignore

export interface Figures {
  readonly filed: number;
  readonly answered: number;
  /** The median time from registration to the first answer, in days; absent when nothing was answered. */
  readonly firstAnswerDays?: number;
  /** The part of the answered and the late that had an answer by the promised day, 0 to 1. */
  readonly inTimeShare?: number;
}

/** The target that was promised at registration; a rework has a later one of its own. */
function promisedAt(
  { category, complexity, kind, registeredAt, dueAt, reworkCount }: FiledAppeal,
  city: City,
): Instant {
  const target = findCategory(city, category)?.target;
  return reworkCount > 0 && target ? termsFor({ complexity, target, kind }, registeredAt, city).dueAt : dueAt;
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Counts, the usual time to the first answer and the share in time. */
export function figuresFor(filed: readonly FiledAppeal[], city: City, now: Instant): Figures {
  const answered = filed.filter(({ answers }) => answers.length > 0);
  const waited = answered.map(
    ({ answers, registeredAt }) => answers[0]!.at.getTime() - registeredAt.getTime(),
  );
  const late = filed.filter(
    ({ answers, status, dueAt }) => answers.length === 0 && isOpen(status) && dueAt < now,
  );
  const inTime = answered.filter((appeal) => appeal.answers[0]!.at <= promisedAt(appeal, city));
  const judged = answered.length + late.length;
  const days = median(waited);
  return {
    filed: filed.length,
    answered: answered.length,
    ...(days !== undefined && { firstAnswerDays: days / DAY_MS }),
    ...(judged > 0 && { inTimeShare: inTime.length / judged }),
  };
}

/** The figures of each department that got something, those with most first. */
export function byDepartment(
  filed: readonly FiledAppeal[],
  city: City,
  now: Instant,
): readonly { readonly department: string; readonly figures: Figures }[] {
  const departments = [...new Set(filed.map(({ department }) => department))];
  return departments
    .map((department) => {
      const own = filed.filter((appeal) => appeal.department === department);
      return { department, figures: figuresFor(own, city, now) };
    })
    .sort((a, b) => b.figures.filed - a.figures.filed);
}
