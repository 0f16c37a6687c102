import { CODE_TRIES, oneTimeCode } from '../domain/one-time-code';
import { may, type Actor } from '../domain/permissions';
import { changed, desksOf, type StaffGroup } from '../domain/staff-group';
import type { City } from '../domain/city';
import type { PostDeps } from './change-posts';
import type { ChatKey, Limits, MovedChats } from './ports';
import { actorInPrivate } from './post-holders';
import { isStaffChat } from './staff-chat-for';
import type { CodeMaker, Codes, StaffGroups } from './staff-ports';

export interface BindDeps extends PostDeps {
  readonly staffGroups: StaffGroups;
  readonly movedChats: MovedChats;
  readonly staffChat?: ChatKey;
  readonly codes: Codes;
  readonly codeMaker: CodeMaker;
  readonly limits: Limits;
  readonly city: City;
}

type BindRefusal = 'no_such_code' | 'conflict' | 'staff_chat';
type DeskOf = Pick<StaffGroup, 'department' | 'desk'>;

/** A one-time code that binds a group to a desk, for moderators. Refuses with `not_permitted` or `no_such_desk`. */
export async function makeBindingCode(
  deps: BindDeps,
  { actor, department, desk, commandId }: DeskOf & { actor: Actor; commandId: string },
): Promise<{ ok: true; code: string } | { ok: false; refusal: 'not_permitted' | 'no_such_desk' }> {
  if (!may.steer(actor)) return { ok: false, refusal: 'not_permitted' };
  if (!desksOf(deps.city, department).some(({ code }) => code === desk))
    return { ok: false, refusal: 'no_such_desk' };
  const code = deps.codeMaker.make();
  const now = deps.clock();
  const gives = { what: 'group', department, desk } as const;
  await deps.codes.insert(oneTimeCode(deps.codeMaker.hash(code), actor.id, gives, now));
  const facts = { department, desk };
  await deps.audit.add({ id: commandId, at: now, by: actor.id, what: 'group.code_made', facts });
  return { ok: true, code };
}

/** Binds the chat to the desk, whatever it was before; what else sat at the desk leaves it. */
async function write(deps: BindDeps, chat: ChatKey, { department, desk }: DeskOf): Promise<boolean> {
  for (const other of await deps.staffGroups.bound(department))
    if (other.desk === desk && other.chatId !== chat.chatId)
      await deps.staffGroups.save(changed(other, { isBound: false }));
  const { messenger, chatId } = chat;
  const known = await deps.staffGroups.find(chat);
  if (known) return deps.staffGroups.save(changed(known, { isBound: true, department, desk }));
  const fresh: StaffGroup = { messenger, chatId, department, desk, isBound: true, isSettled: false, rev: 1 };
  return (await deps.staffGroups.insert(fresh)) === 'inserted';
}

/**
 * Binds a group by its code. Wrong, used and past codes, one whose maker steers no more, and too many tries look the
 * same: `no_such_code`. Somebody who binds the same chat at the same moment: `conflict`. The staff chat, which is
 * everybody's: `staff_chat`, and no code is used up. A command carried out before gives the same outcome.
 */
export async function bindGroup(
  deps: BindDeps,
  { personId, chat, code, commandId }: { personId: string; chat: ChatKey; code: string; commandId: string },
): Promise<({ ok: true } & DeskOf) | { ok: false; refusal: BindRefusal }> {
  if (await isStaffChat(deps, chat)) return { ok: false, refusal: 'staff_chat' };
  const mayTry = await deps.limits.allows('code', personId, CODE_TRIES);
  const now = deps.clock();
  const use = { by: personId, with: commandId, at: now };
  const used = mayTry ? await deps.codes.use(deps.codeMaker.hash(code), 'group', use) : undefined;
  if (used?.gives.what !== 'group') return { ok: false, refusal: 'no_such_code' };
  if (!may.steer(await actorInPrivate(deps, used.by))) return { ok: false, refusal: 'no_such_code' };
  const { department, desk } = used.gives;
  if (!(await write(deps, chat, { department, desk }))) return { ok: false, refusal: 'conflict' };
  const facts = { department, desk };
  await deps.audit.add({
    id: commandId,
    at: now,
    by: personId,
    what: 'group.bound',
    about: chat.chatId,
    facts,
  });
  return { ok: true, department, desk };
}

/** Takes the group off its desk: its cards go to the next one or to the staff chat. Refuses with `not_permitted` or `no_such_desk`. */
export async function unbindGroup(
  deps: BindDeps,
  { actor, department, desk, commandId }: DeskOf & { actor: Actor; commandId: string },
): Promise<'unbound' | 'not_permitted' | 'no_such_desk'> {
  if (!may.steer(actor)) return 'not_permitted';
  const group = (await deps.staffGroups.bound(department)).find((one) => one.desk === desk);
  if (!group) return 'no_such_desk';
  const facts = { department, desk };
  // On record first: after a crash the same command finds no group any more and stops above.
  await deps.audit.add({ id: commandId, at: deps.clock(), by: actor.id, what: 'group.unbound', about: group.chatId, facts }); // prettier-ignore
  return (await deps.staffGroups.save(changed(group, { isBound: false }))) ? 'unbound' : 'no_such_desk';
}
