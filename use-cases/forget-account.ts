import type { Citizen } from '../domain/citizen';
import { chatOf } from '../domain/person-id';
import type { Erasure, SessionsOfPeople } from './keeping-ports';
import type { Appeals, Citizens } from './ports';
import { colleagueOf, type PeopleDeps } from './post-holders';

export interface AccountDeps extends PeopleDeps {
  readonly appeals: Appeals;
  readonly citizens: Citizens;
  readonly erasure: Erasure;
  readonly sessions: SessionsOfPeople;
}

/** Somebody went on writing from the account after its appeals moved. */
const isUsedAgain = async ({ appeals }: AccountDeps, { id, consent }: Citizen): Promise<boolean> =>
  consent !== undefined || (await appeals.listOf(id, { skip: 0, limit: 1 })).total > 0;

async function forgetFormer(deps: AccountDeps, former: Citizen, known: readonly string[]): Promise<void> {
  if (!(await isUsedAgain(deps, former))) {
    await forgetAccount(deps, former.id, known);
    return deps.citizens.remove(former.id);
  }
  const { movedTo: _forgotten, ...own } = former;
  if (!(await deps.citizens.save({ ...own, rev: former.rev + 1 })))
    throw new Error('an old account was changed while the new one was forgotten');
}

/**
 * Erases all that is kept by an account's id, and accounts the same person had before it. One of those that somebody
 * uses again stays, and no longer says which account had its appeals. `known`: those that are being forgotten already.
 */
export async function forgetAccount(
  deps: AccountDeps,
  id: string,
  known: readonly string[] = [],
): Promise<void> {
  const all = [...known, id];
  for (const former of await deps.citizens.formerOf(id))
    if (!all.includes(former.id)) await forgetFormer(deps, former, all);
  const { posts } = await colleagueOf(deps, id);
  const { messenger, chatId } = chatOf(id);
  await deps.erasure.ofPerson(id, posts.length > 0);
  await deps.sessions.clearAllOf(messenger, chatId);
}
