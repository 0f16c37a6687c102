import type { Appeal } from '../domain/appeal';
import { HELP, type Help } from '../domain/citizen-decisions';
import { button } from '../screens/menu-screens';
import { tellOfAppealHelp } from '../use-cases/tell-of-help';
import { withResume } from './leave-draft';
import type { Reply, Visit } from './visit';

const isHelp = (word: string): word is Help => (HELP as readonly string[]).includes(word);

/** «Did they help?» answered with one tap; «no» brings the appeal back, and more may be written to it. */
export async function tellHelp(
  visit: Visit,
  appeal: Appeal,
  [, forwarding = '', help = '']: readonly string[],
): Promise<Reply> {
  const { deps, actor, incoming, t } = visit;
  const open = button(t, 'choice-open-appeal', `a.${appeal.id}`);
  if (!isHelp(help)) return { screen: { text: t('refused-wrong_status'), choices: [[open]] } };
  const about = { actor, appealId: appeal.id, commandId: incoming.id };
  const told = await tellOfAppealHelp(deps, { ...about, help, forwarding: Number(forwarding) });
  if (!told.ok) return { screen: { text: t(`refused-${told.refusal}`), choices: [[open]] } };
  const { number, dueAt } = told.appeal;
  const more = help === 'no' ? [button(t, 'choice-add-detail', `add.${appeal.id}`)] : [];
  const screen = { text: t(`help-${help}`, { number, day: dueAt }), choices: [[...more, open]] };
  return { screen: help === 'no' ? await withResume(visit, screen) : screen };
}
