import { changed, type GroupTrouble, type StaffGroup } from '../domain/staff-group';
import type { ChatKey, MovedChats, Notices } from './ports';
import type { StaffGroups } from './staff-ports';

interface GroupDeps {
  readonly staffGroups: StaffGroups;
  readonly movedChats: MovedChats;
  readonly notices: Notices;
}

/** A department's group got a new id: it keeps its desk, and what waits for it goes there. */
export async function moveGroup(deps: GroupDeps, chat: ChatKey, toChatId: string): Promise<void> {
  const { messenger, chatId } = chat;
  await deps.movedChats.record({ messenger, chatId }, toChatId);
  const group = await deps.staffGroups.find({ messenger, chatId });
  if (group?.isBound) {
    const { trouble: _over, ...rest } = group;
    await deps.staffGroups.insert({ ...rest, chatId: toChatId, isSettled: false, rev: 1 });
    await deps.staffGroups.save(changed(group, { isBound: false }));
  }
  await deps.notices.readdress({ messenger, chatId }, toChatId);
}

/**
 * Notes that a group cannot be written to, or can again. The group when that is news. News is told before it is noted, under
 * an id that stays the same until then: a crash between them neither loses it nor tells it twice.
 */
export async function noteTrouble(
  deps: Pick<GroupDeps, 'staffGroups'>,
  chat: ChatKey,
  { trouble, tell }: { trouble?: GroupTrouble; tell: (eventId: string, news: StaffGroup) => Promise<void> },
): Promise<StaffGroup | undefined> {
  const group = await deps.staffGroups.find(chat);
  if (!group?.isBound || Boolean(group.trouble) === Boolean(trouble)) return undefined;
  const noted = changed(group, trouble ? { trouble } : {});
  await tell(`group-${group.chatId}-${noted.rev}`, noted);
  return (await deps.staffGroups.save(noted)) ? noted : undefined;
}
