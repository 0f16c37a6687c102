import type { Appeal } from './appeal';
import { withCircle } from './about-officials';
import { localDay } from './calendar';
import type { Category, City } from './city';
import { accept, refuse, type Command, type Decision } from './decision';
import { presentTerm } from './escalation';
import type { Instant } from './instant';
import { isOpen } from './moves';
import { termsFor } from './term';

type Rules = Pick<City, 'categories' | 'calendar' | 'timeZone'>;

const earlier = (a: Instant, b?: Instant): Instant => (b && b < a ? b : a);

/**
 * The target term of the category, counted from where the present term began, so that nobody's waiting is forgotten;
 * after a rework at most 15 days. Never later than a legal term that still counts.
 */
function targetFor(appeal: Appeal, { target, complexity }: Category, city: Rules): Instant {
  const { registeredAt, kind, legalDueAt } = appeal;
  const { openedAt } = presentTerm(appeal);
  const counted = openedAt > registeredAt ? 'simple' : complexity;
  const { dueAt } = termsFor({ complexity: counted, target, kind }, openedAt, city);
  return earlier(dueAt, legalDueAt && legalDueAt > openedAt ? legalDueAt : undefined);
}

/** A head's extension names its own last day (art. 20): a category does not take it away. */
const isExtended = (appeal: Appeal): boolean =>
  appeal.events.some(({ id, type }) => type === 'appeal.extended' && id === presentTerm(appeal).eventId);

/**
 * A moderator says what it is about: its category, department and complexity follow, and its target term. The legal
 * term stays as the citizen was told (only an extension lengthens it, art. 20). Who had it in another department has
 * it no more, and whose eyes it is for follows too. Refuses with `wrong_status` when the office has no word now, `no_such_category` and `nothing_changed`.
 */
export function recategorise(
  appeal: Appeal,
  command: Command & { category: string },
  now: Instant,
  city: Rules,
): Decision {
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  const category = city.categories.find(({ code }) => code === command.category);
  if (!category) return refuse('no_such_category');
  if (category.code === appeal.category) return refuse('nothing_changed');
  const { executorId, ...rest } = appeal;
  const { complexity, department } = category;
  const dueAt = isExtended(appeal) ? appeal.dueAt : targetFor(appeal, category, city);
  const isOther = dueAt.getTime() !== appeal.dueAt.getTime();
  const facts = {
    category: category.code,
    before: appeal.category,
    ...(isOther && { day: localDay(dueAt, city.timeZone).toString() }),
  };
  const keeps = executorId && department === appeal.department ? { executorId } : {};
  const changed: Appeal = { ...rest, ...keeps, category: category.code, complexity, department, dueAt, needsModerator: false }; // prettier-ignore
  return accept(withCircle(changed, city), command, { type: 'appeal.recategorised', at: now, facts });
}
