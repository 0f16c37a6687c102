import type { Appeal } from '../domain/appeal';
import type { City } from '../domain/city';
import { groupFor } from '../domain/staff-group';
import type { ChatKey, Clock, MovedChats } from './ports';
import type { StaffGroups } from './staff-ports';

export interface StaffChatDeps {
  readonly staffGroups: StaffGroups;
  readonly movedChats: MovedChats;
  readonly staffChat?: ChatKey;
  readonly city: City;
  readonly clock: Clock;
}

/** Where an appeal's card and notes belong now: its department's group, else the staff chat, under its present id. */
export async function staffChatFor(deps: StaffChatDeps, appeal: Appeal): Promise<ChatKey | undefined> {
  const groups = await deps.staffGroups.bound(appeal.department);
  const group = groupFor(appeal, groups, deps.city, deps.clock());
  const chat = group ?? deps.staffChat;
  return chat && deps.movedChats.latest({ messenger: chat.messenger, chatId: chat.chatId });
}
