import type { Appeal } from '../domain/appeal';
import { may } from '../domain/permissions';
import type { Screen } from '../messengers/messenger';
import { cardScreen } from '../screens/citizen-screens';
import { button } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { aside } from './aside';
import type { Press, Subjects } from './on-appeal';
import type { Reply, Visit } from './visit';

const noSuchAppeal = ({ t }: Visit): Screen => ({
  text: t('refused-not_found'),
  choices: [[button(t, 'menu-my', 'my.0')], [button(t, 'menu-start', 'start')]],
});

/** Somebody else's appeal looks the same as none. */
export const ofOwn =
  (show: (visit: Visit, appeal: Appeal, subjects: Subjects) => Reply | Promise<Reply>): Press =>
  async (visit, subjects) => {
    const appeal = await visit.deps.appeals.find(subjects[0] ?? '');
    if (!appeal || !may.confirm(visit.actor, appeal)) return aside(visit, noSuchAppeal(visit));
    return show(visit, appeal, subjects);
  };

export const showCard = (visit: Visit, appeal: Appeal) =>
  aside(visit, cardScreen(visit.t, visit.deps.city, appeal, visit.deps.clock()));

/** Why not, and the card as it stands now. */
export async function refusedWithCard(visit: Visit, appeal: Appeal, refusal: string): Promise<Reply> {
  const card = cardScreen(visit.t, visit.deps.city, appeal, visit.deps.clock());
  const fresh = refusal === 'window_over' ? [[button(visit.t, 'menu-new', 'new')]] : [];
  const choices = [...fresh, ...(card.choices ?? [])];
  return aside(visit, { ...card, text: paragraphs(visit.t(`refused-${refusal}`), card.text), choices });
}
