import type { Appeal, AppealEvent } from './appeal';
import { isOpen } from './moves';

/** Stands where a department's code would, and cannot be one. */
export const OTHER_BODY = 'other_body';
export const NOT_KNOWN = 'not_known';

/** The «not ours» the moderators have still to decide on: nobody has taken, routed or declined it since. */
export function declinedNow({ events, status, executorId, needsModerator }: Appeal): AppealEvent | undefined {
  if (executorId || !needsModerator || !isOpen(status)) return undefined;
  return events.findLast(({ type }) => type === 'appeal.declined');
}
