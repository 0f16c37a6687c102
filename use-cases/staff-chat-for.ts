import type { Appeal } from '../domain/appeal';
import type { City } from '../domain/city';
import { isByAuthor } from '../domain/account-move';
import { isComplainedOf } from '../domain/about-officials';
import { groupFor } from '../domain/staff-group';
import type { ChatKey, Clock, MovedChats } from './ports';
import { controllers, type PeopleDeps } from './post-holders';
import type { StaffGroups } from './staff-ports';
import { privateChatOf } from './tell-person';

export interface StaffChatDeps {
  readonly staffGroups: StaffGroups;
  readonly movedChats: MovedChats;
  readonly staffChat?: ChatKey;
  readonly city: City;
  readonly clock: Clock;
}

/** Whether a chat is the staff chat, which has its id from the settings, and another one after it moved. */
export async function isStaffChat(
  { staffChat, movedChats }: Pick<StaffChatDeps, 'staffChat' | 'movedChats'>,
  { messenger, chatId }: ChatKey,
): Promise<boolean> {
  if (staffChat?.messenger !== messenger) return false;
  return chatId === staffChat.chatId || chatId === (await movedChats.latest(staffChat)).chatId;
}

/**
 * The group an appeal's card and notes belong to now: its department's, else the staff chat, under its present id. None
 * for a complaint about officials (art. 7).
 */
export async function staffChatFor(deps: StaffChatDeps, appeal: Appeal): Promise<ChatKey | undefined> {
  if (appeal.isAboutOfficials) return undefined;
  const groups = await deps.staffGroups.bound(appeal.department);
  const group = groupFor(appeal, groups, deps.city, deps.clock());
  const chat = group ?? deps.staffChat;
  return chat && deps.movedChats.latest({ messenger: chat.messenger, chatId: chat.chatId });
}

/** The controllers who may hear of a complaint about officials: not whom it is about, nor its author. */
export async function circleOf(deps: PeopleDeps, appeal: Appeal): Promise<readonly string[]> {
  const people = await controllers(deps);
  return people.filter((id) => !isByAuthor(appeal, id) && !isComplainedOf(appeal, id));
}

/** Every chat the appeal's card belongs to now: its group, or the own chats of its controllers. */
export async function homesOf(deps: StaffChatDeps & PeopleDeps, appeal: Appeal): Promise<readonly ChatKey[]> {
  if (appeal.isAboutOfficials) return (await circleOf(deps, appeal)).map(privateChatOf);
  const group = await staffChatFor(deps, appeal);
  return group ? [group] : [];
}
