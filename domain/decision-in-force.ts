import type { Appeal, AppealEvent, EventType } from './appeal';
import { isOpen } from './moves';

const lastOf = ({ events }: Appeal, type: EventType): AppealEvent | undefined =>
  events.findLast((event) => event.type === type);

/** What a moderator or controller decided last, as long as the appeal stands where that put it. */
export function decisionInForce(appeal: Appeal): AppealEvent | undefined {
  const { status, answers } = appeal;
  return isOpen(status) && answers.length === 0 ? lastOf(appeal, 'appeal.extended') : undefined;
}
