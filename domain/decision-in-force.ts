import type { Appeal, AppealEvent, EventType, Status } from './appeal';
import { closingOf, isClosedByHand } from './closing';
import { isOpen } from './moves';

const PUT_THERE_BY: Partial<Record<Status, EventType>> = {
  forwarded: 'appeal.forwarded',
  returned: 'appeal.returned',
  not_considered: 'appeal.not_considered',
};

/** What a moderator or controller decided last, as long as the appeal stands where that put it. */
export function decisionInForce(appeal: Appeal): AppealEvent | undefined {
  const { status, answers, events } = appeal;
  if (isClosedByHand(appeal)) return closingOf(appeal);
  const isExtendable = isOpen(status) && answers.length === 0;
  const decided = isExtendable ? 'appeal.extended' : PUT_THERE_BY[status];
  return events.findLast(({ type }) => type === decided);
}
