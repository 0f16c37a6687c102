import { may } from '../domain/permissions';
import { button } from '../screens/menu-screens';
import { saveProfile } from '../use-cases/save-profile';
import type { StaffCommand } from './decision-commands';
import { isAmong } from './match-typed';
import type { Press } from './on-appeal';
import type { Reply, Visit } from './visit';

const CHOICES = ['on', 'off'] as const;
type Wish = (typeof CHOICES)[number];

function ask({ t }: Visit): Reply {
  const choices = [CHOICES.map((wish) => button(t, `choice-digest-${wish}`, `dg.${wish}`))];
  return { screen: { text: t('staff-digest-how'), choices } };
}

async function wish(visit: Visit, wanted: Wish): Promise<Reply> {
  const { deps, t, citizen } = visit;
  const saved = await saveProfile(deps, { citizen, change: { wantsDigest: wanted === 'on' } });
  return { screen: { text: t(saved === 'conflict' ? 'refused-conflict' : `digest-${wanted}`) } };
}

const decide = (visit: Visit, word: string): Promise<Reply> => {
  const { t, actor, incoming } = visit;
  if (!may.work(actor)) return Promise.resolve({ screen: { text: t('staff-only') } });
  if (incoming.chat.kind === 'group') return Promise.resolve({ screen: { text: t('digest-privately') } });
  const wanted = CHOICES.find((one) => isAmong(t.plain(`words-digest-${one}`), word));
  return wanted ? wish(visit, wanted) : Promise.resolve(ask(visit));
};

/** `/digest on`, `/digest off`: each working morning what is theirs, privately. */
export const digest: StaffCommand = (visit, argument) => decide(visit, argument.trim());

export const DIGEST_PRESSES: Readonly<Record<string, Press>> = {
  dg: (visit, [wanted = '']) => decide(visit, wanted),
};
