import { entryOf } from '../domain/entry';
import { GRACE_DAYS, runsOn } from '../domain/forgetting';
import { after, DAY_MS } from '../domain/instant';
import { may } from '../domain/permissions';
import { forgetScreen, forgetSureScreen, forgettingScreen } from '../screens/forget-screens';
import { button } from '../screens/menu-screens';
import { askToBeForgotten, takeForgettingBack } from '../use-cases/ask-to-forget';
import { aside } from './aside';
import type { Press } from './on-appeal';
import type { Reply, Visit } from './visit';

const MOST_APPEALS = 5_000;

async function factsOf({ deps, actor }: Visit) {
  const { appeals } = await deps.appeals.listOf(actor.id, { skip: 0, limit: MOST_APPEALS });
  const running = appeals.filter((appeal) => runsOn(appeal, deps.city, deps.clock())).length;
  return { running, isColleague: may.work(actor) };
}

/** `/forget`: what would be erased, or until when it may be taken back. */
export async function showForgetting(visit: Visit): Promise<Reply> {
  const { t, deps, citizen } = visit;
  const facts = await factsOf(visit);
  const { forgetting } = citizen;
  return aside(
    visit,
    forgetting ? forgettingScreen(t, forgetting, facts) : forgetScreen(t, deps.city, facts),
  );
}

const askAgain = (visit: Visit): Promise<Reply> =>
  aside(visit, forgetSureScreen(visit.t, after(visit.deps.clock(), GRACE_DAYS * DAY_MS)));

async function ask(visit: Visit): Promise<Reply> {
  const { deps, citizen, incoming } = visit;
  const asked = await askToBeForgotten(deps, { person: citizen, commandId: incoming.id });
  if (asked === 'conflict') return aside(visit, { text: visit.t('refused-conflict') });
  return showForgetting(typeof asked === 'string' ? visit : { ...visit, citizen: asked });
}

async function takeBack(visit: Visit): Promise<Reply> {
  const { deps, citizen, t } = visit;
  const kept = await takeForgettingBack(deps, citizen);
  if (kept === 'conflict') return aside(visit, { text: t('refused-conflict') });
  if (kept === 'under_way') return { screen: { text: t('forget-under-way') } };
  return aside(visit, { text: t('forget-taken-back'), choices: [[button(t, 'menu-start', 'start')]] });
}

const STEPS: Readonly<Record<string, (visit: Visit) => Promise<Reply>>> = {
  sure: askAgain,
  yes: ask,
  no: takeBack,
};

/** `forget` shows, `forget.sure` asks again, `forget.yes` asks for it, `forget.no` takes it back. */
export const FORGET_PRESSES: Readonly<Record<string, Press>> = {
  forget: (visit, [step = '']) => (entryOf(STEPS, step) ?? showForgetting)(visit),
};
