import type { Notice } from '../domain/notice';
import { troubleScreen } from '../screens/staff-group-screens';
import { noteTrouble } from '../use-cases/group-trouble';
import { moderators } from '../use-cases/post-holders';
import { tellPerson } from '../use-cases/tell-person';
import type { WorkerDeps } from './worker-deps';

/**
 * A department's group cannot be written to: a moderator is told, once, and what waits for it goes to the staff chat.
 * False when the chat is no department's group.
 */
export async function loseGroup(deps: WorkerDeps, notice: Notice): Promise<boolean> {
  const { messenger, chatId } = notice;
  const group = await deps.staffGroups.find({ messenger, chatId });
  if (!group?.isBound || !deps.staffChat) return false;
  const news = await noteTrouble(deps, group, 'unreachable');
  if (news) {
    const screen = troubleScreen(deps.textsFor(deps.city.languages[0] ?? 'uk'), deps.city, news);
    const eventId = `group-${chatId}-${news.rev}`;
    for (const id of await moderators(deps)) await tellPerson(deps, id, { eventId, screen });
  }
  const home = await deps.movedChats.latest(deps.staffChat);
  await deps.notices.readdress({ messenger, chatId }, home.chatId);
  await deps.notices.postpone(notice.id, { dueAt: deps.clock(), remark: 'group_lost', isAttempt: false });
  await deps.jobs.deliverTo(home);
  return true;
}
