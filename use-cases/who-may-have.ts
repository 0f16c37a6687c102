import { isByAuthor } from '../domain/account-move';
import type { Appeal } from '../domain/appeal';
import { isLetGo } from '../domain/colleague';
import { may } from '../domain/permissions';
import { chatOf } from '../domain/person-id';
import type { Messenger } from '../messengers/messenger';
import { actorInPrivate, colleagueOf, type PeopleDeps } from './post-holders';
import type { StaffChatDeps } from './staff-chat-for';
import type { StaffGroups } from './staff-ports';

type Deps = PeopleDeps & { readonly staffGroups: StaffGroups };

/** Without a group of its own any member of the staff chat serves the department; never a complaint about officials. */
export async function isOpenToAll(deps: Deps, { isAboutOfficials, department }: Appeal): Promise<boolean> {
  return !isAboutOfficials && (await deps.staffGroups.bound(department)).every(({ trouble }) => trouble);
}

/** Whether somebody serves the department as one of the staff chat, needing no post: not its author, nor let go. */
export async function servesWithoutPost(deps: Deps, appeal: Appeal, id: string): Promise<boolean> {
  const isOurs = !isByAuthor(appeal, id) && !isLetGo(await colleagueOf(deps, id));
  return isOurs && isOpenToAll(deps, appeal);
}

/** Whether the appeal may come into this person's hands now: somebody without a post is asked for in the staff chat. */
export async function mayGet(
  deps: Deps & StaffChatDeps & { readonly messenger: Messenger },
  appeal: Appeal,
  id: string,
): Promise<boolean> {
  const actor = await actorInPrivate(deps, id);
  if (may.answer(actor, { ...appeal, executorId: id })) return true;
  const { staffChat, movedChats } = deps;
  const { messenger, chatId } = chatOf(id);
  if (staffChat?.messenger !== messenger || !(await servesWithoutPost(deps, appeal, id))) return false;
  return deps.messenger.isMember(await movedChats.latest(staffChat), chatId);
}
