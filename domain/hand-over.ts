import { isComplainedOf } from './about-officials';
import { isByAuthor } from './account-move';
import type { Appeal, Status } from './appeal';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { isOpen } from './moves';
import { HELD_STATUSES } from './staff-decisions';

/**
 * A moderator says whose it is: another department, or its own after the first look. Who had it in the other
 * department has it no more; the terms go on. Refuses with `wrong_status` when the office has no word now, and with
 * `nothing_changed` when it is there already.
 */
export function reroute(appeal: Appeal, command: Command & { department: string }, now: Instant): Decision {
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  const { department } = command;
  if (department === appeal.department && !appeal.needsModerator) return refuse('nothing_changed');
  const { executorId: _left, ...rest } = appeal;
  const kept = department === appeal.department ? appeal : { ...rest, department };
  const facts = { department, before: appeal.department };
  return accept({ ...kept, needsModerator: false }, command, { type: 'appeal.rerouted', at: now, facts });
}

const isHeld = (status: Status): boolean => (HELD_STATUSES as readonly Status[]).includes(status);

/**
 * Somebody leaves: their case goes to a colleague, or back to the department when none is named. Status and terms go
 * on. Refuses with `wrong_status` (it is over), `already_taken` (it is not theirs any more), `complained_of` or
 * `is_author`.
 */
export function handOver(
  appeal: Appeal,
  command: Command & { fromId: string; executorId?: string },
  now: Instant,
): Decision {
  const { fromId, executorId } = command;
  if (appeal.executorId !== fromId) return refuse('already_taken');
  if (!isHeld(appeal.status)) return refuse('wrong_status');
  if (executorId && isComplainedOf(appeal, executorId)) return refuse('complained_of');
  if (executorId && isByAuthor(appeal, executorId)) return refuse('is_author');
  const { executorId: _left, ...rest } = appeal;
  const handed: Appeal = { ...rest, ...(executorId && { executorId }) };
  const facts = { before: fromId, ...(executorId && { executorId }) };
  return accept(handed, command, { type: 'appeal.handed_over', at: now, facts });
}
