import type { Appeal, AppealEvent } from './appeal';
import { accept, refuse, type Command, type Decision } from './decision';
import { presentTerm } from './escalation';
import type { Instant } from './instant';
import { isOpen } from './moves';

export const isLate = ({ status, dueAt }: Pick<Appeal, 'status' | 'dueAt'>, now: Instant): boolean =>
  isOpen(status) && dueAt < now;

/** The office says why it is late; the citizen is told. Refuses with `wrong_status`, `not_late` and `empty_text`. */
export function explainDelay(appeal: Appeal, command: Command & { reason: string }, now: Instant): Decision {
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  if (!isLate(appeal, now)) return refuse('not_late');
  if (!command.reason.trim()) return refuse('empty_text');
  return accept(appeal, command, {
    type: 'appeal.delay_explained',
    at: now,
    facts: { text: command.reason },
  });
}

/** What the office said last about the delay of the term that runs now. */
export function delayExplained(appeal: Appeal): AppealEvent | undefined {
  if (!isOpen(appeal.status)) return undefined;
  const { openedAt } = presentTerm(appeal);
  return appeal.events.findLast(({ type, at }) => type === 'appeal.delay_explained' && at >= openedAt);
}
