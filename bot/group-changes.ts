import { mainLanguage } from '../domain/city-languages';
import type { Incoming, Screen } from '../messengers/messenger';
import { lacksTopicsScreen, troubleScreen } from '../screens/staff-group-screens';
import { moveGroup, noteTrouble } from '../use-cases/group-trouble';
import { moderators } from '../use-cases/post-holders';
import { tellPerson } from '../use-cases/tell-person';
import { isStaffChat } from '../use-cases/staff-chat-for';
import type { BotDeps } from './visit';

async function tellModerators(deps: BotDeps, eventId: string, screen: Screen): Promise<void> {
  for (const id of await moderators(deps)) await tellPerson(deps, id, { eventId, screen });
}

/** A group of ours got a new id: its work goes on there. */
export async function onMigration(deps: BotDeps, { chat }: Incoming, toChatId: string): Promise<void> {
  await moveGroup(deps, chat, toChatId);
  await deps.jobs.deliverTo({ messenger: chat.messenger, chatId: toChatId });
}

/** We were added to a group, removed from it, or our rights there changed: moderators hear what it means. */
export async function onMembership(
  deps: BotDeps,
  { id, chat }: Incoming,
  { isMember, mayManageTopics }: { isMember: boolean; mayManageTopics: boolean },
): Promise<void> {
  deps.log.warn({ chat: chat.chatId, isMember, mayManageTopics }, 'rights in a group changed');
  const t = deps.textsFor(mainLanguage(deps.city));
  const lacksTopics = isMember && !mayManageTopics && chat.hasTopics;
  const group = await deps.staffGroups.find({ messenger: chat.messenger, chatId: chat.chatId });
  if (!group?.isBound) {
    if (!(await isStaffChat(deps, chat))) return;
    if (!isMember) return tellModerators(deps, id, { text: t('staff-chat-lost') });
    if (lacksTopics) await tellModerators(deps, id, lacksTopicsScreen(t, deps.city));
    // What could not come while we were out comes now.
    await deps.notices.retryUnreachable(chat, deps.clock());
    return deps.jobs.deliverTo({ messenger: chat.messenger, chatId: chat.chatId });
  }
  const news = await noteTrouble(deps, group, {
    ...(!isMember && { trouble: 'removed' as const }),
    tell: (eventId, noted) => tellModerators(deps, eventId, troubleScreen(t, deps.city, noted)),
  });
  if (!news && lacksTopics) await tellModerators(deps, id, lacksTopicsScreen(t, deps.city, group));
}
