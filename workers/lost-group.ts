import { localDay } from '../domain/calendar';
import type { Notice } from '../domain/notice';
import type { Screen } from '../messengers/messenger';
import { troubleScreen } from '../screens/staff-group-screens';
import { noteTrouble } from '../use-cases/group-trouble';
import { moderators } from '../use-cases/post-holders';
import { isStaffChat } from '../use-cases/staff-chat-for';
import { tellPerson } from '../use-cases/tell-person';
import { staffTexts } from './card-record';
import type { WorkerDeps } from './worker-deps';

async function tellModerators(deps: WorkerDeps, eventId: string, screen: Screen): Promise<void> {
  for (const id of await moderators(deps)) await tellPerson(deps, id, { eventId, screen });
}

/** The staff chat itself cannot be written to: moderators hear it, once a day. */
async function mournStaffChat(deps: WorkerDeps, isForNow: boolean): Promise<void> {
  const today = localDay(deps.clock(), deps.city.timeZone).toString();
  const t = staffTexts(deps);
  const text = isForNow ? t('staff-chat-muted') : t('staff-chat-lost');
  await tellModerators(deps, `staff-chat-${isForNow ? 'muted-' : ''}${today}`, { text });
}

/**
 * A chat cannot be written to. Of a department's group a moderator is told, once, and what waits for it goes to the staff
 * chat: `moved_home`. Of the staff chat itself they are told once a day; of any other chat nobody is. `isForNow`: we are
 * still there and may not write.
 */
export async function loseGroup(
  deps: WorkerDeps,
  notice: Notice,
  isForNow = false,
): Promise<'moved_home' | 'staff_chat' | 'no_group'> {
  const { messenger, chatId } = notice;
  if (!deps.staffChat) return 'no_group';
  if (await isStaffChat(deps, { messenger, chatId })) {
    await mournStaffChat(deps, isForNow);
    return 'staff_chat';
  }
  const group = await deps.staffGroups.find({ messenger, chatId });
  if (!group?.isBound) return 'no_group';
  await noteTrouble(deps, group, {
    trouble: 'unreachable',
    tell: (eventId, news) => tellModerators(deps, eventId, troubleScreen(staffTexts(deps), deps.city, news)),
  });
  const home = await deps.movedChats.latest(deps.staffChat);
  await deps.notices.readdress({ messenger, chatId }, home.chatId);
  await deps.notices.postpone(notice, { dueAt: deps.clock(), remark: 'group_lost', isAttempt: false });
  await deps.jobs.deliverTo(home);
  return 'moved_home';
}
