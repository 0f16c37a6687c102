import type { Appeal } from '../domain/appeal';
import { isOpen } from '../domain/moves';
import { calledThere, giveScreen } from '../screens/give-screens';
import { whyRefused } from '../screens/why-refused';
import { colleaguesFor, giveToColleague } from '../use-cases/give-to-colleague';
import { colleagueOf } from '../use-cases/post-holders';
import { isAgain, noteOf, onAppeal, type Press, type Subjects } from './on-appeal';
import { knownAs } from './staff-replies';
import type { Reply, Visit } from './visit';

const isGroup = ({ incoming }: Visit): boolean => incoming.chat.kind === 'group';

/** The list of colleagues stands alone: what came of it takes its place. */
function inItsPlace(visit: Visit, { id }: Appeal, reply: Reply): Reply {
  const { content } = visit.incoming;
  const pressed = content.kind === 'press' && content.messageId;
  return knownAs(visit, { appealId: id }, { ...reply, ...(pressed && { inPlaceOf: pressed }) });
}

async function choose(visit: Visit, appeal: Appeal): Promise<Reply> {
  const { deps, t } = visit;
  if (!isOpen(appeal.status)) return noteOf(visit, `staff-over-${appeal.status}`, appeal);
  if (isAgain(visit)) return { note: t.plain('give-asked') };
  const colleagues = await colleaguesFor(deps, appeal);
  const screen = giveScreen(t, appeal, { colleagues, isGroup: isGroup(visit) });
  return knownAs(visit, { appealId: appeal.id }, { screen });
}

async function give(visit: Visit, appeal: Appeal, [, toId = '']: Subjects): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  const about = { actor, appealId: appeal.id, commandId: incoming.id };
  const given = await giveToColleague(deps, { ...about, toId });
  if (given.ok) {
    const { department, number } = given.appeal;
    const to = calledThere(t, await colleagueOf(deps, toId), { department, isGroup: isGroup(visit) });
    return inItsPlace(visit, appeal, { screen: { text: t('given', { number, to }) } });
  }
  if (given.refusal === 'no_such_colleague') return { note: t.plain('refused-no_such_colleague') };
  const now = ('appeal' in given && given.appeal) || appeal;
  const { key, args } = whyRefused(visit.deps.city, now, given.refusal);
  return { note: t.plain(key, args) };
}

const leave = (visit: Visit, appeal: Appeal): Promise<Reply> =>
  Promise.resolve(
    inItsPlace(visit, appeal, { screen: { text: visit.t('give-left', { number: appeal.number }) } }),
  );

/** «Give to a colleague»: from the card to the list, and from the list to whom. */
export const GIVE_PRESSES: Readonly<Record<string, Press>> = {
  gv: onAppeal('give', choose),
  gvy: onAppeal('give', give),
  gvn: onAppeal('give', leave),
};
