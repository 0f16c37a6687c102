import type { Appeal } from '../domain/appeal';
import { isOpen } from '../domain/moves';
import { isTakeable } from '../domain/staff-decisions';
import type { Choice } from '../messengers/messenger';
import { button } from './menu-screens';
import type { Texts } from './texts';

/** What the appeal waits for from the office, one tap each. */
export const officeActions = (t: Texts, appeal: Appeal): Choice[] => [
  ...(isTakeable(appeal) ? [button(t, 'staff-take', `take.${appeal.id}`)] : []),
  ...(isOpen(appeal.status) ? [button(t, 'staff-answer-button', `ans.${appeal.id}`)] : []),
];

/** For a controller, who has no card before their eyes. */
export const privateActions = (t: Texts, appeal: Appeal): Choice[][] =>
  [[button(t, 'choice-open-appeal', `sc.${appeal.id}`)], officeActions(t, appeal)].filter(
    (row) => row.length > 0,
  );
