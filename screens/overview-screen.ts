import type { Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import type { Texts } from './texts';

interface Counts {
  readonly untaken: number;
  readonly dueToday: number;
  readonly late: number;
  readonly returned: number;
}

/** The pinned message of a staff chat: what waits, in four numbers. */
export const overviewScreen = (t: Texts, { untaken, dueToday, late, returned }: Counts): Screen => ({
  text: t('overview', { untaken, today: dueToday, late, returned }),
  choices: [[button(t, 'overview-queue', 'queue')]],
  isSilent: true,
});
