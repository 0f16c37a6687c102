import type { Citizen } from '../domain/citizen';
import { goodbyeAgain } from '../domain/forgetting';
import type { SendResult } from '../messengers/messenger';
import { forgetPerson, type ForgettingDeps } from '../use-cases/forget-person';
import { byItself } from './by-itself';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 20;

export type KeepingDeps = WorkerDeps & ForgettingDeps;

/** After these it may still go. */
const NOT_YET: readonly SendResult['result'][] = ['busy', 'later', 'stopped'];

async function mayGoLater(deps: KeepingDeps, { messenger, chatId, language }: Citizen): Promise<boolean> {
  const text = deps.textsFor(language)('forget-done');
  const { result } = await deps.messenger.send({ messenger, chatId }, { text }, 'notice');
  return NOT_YET.includes(result);
}

/** False when the goodbye was tried long enough. */
async function putOffGoodbye(deps: KeepingDeps, id: string): Promise<boolean> {
  const known = await deps.citizens.find(id);
  const forgetting = known?.forgetting && goodbyeAgain(known.forgetting, deps.clock());
  if (!known || !forgetting) return false;
  await deps.citizens.save({ ...known, forgetting, rev: known.rev + 1 });
  return true;
}

/** Whatever becomes of it, the others have their turn before it is tried again. */
async function forget(deps: KeepingDeps, person: Citizen): Promise<void> {
  if (!person.forgetting) return;
  const { isReachable } = person;
  const forgetting = { ...person.forgetting, lookAt: deps.clock() };
  await deps.citizens.lookAgain(person, forgetting.lookAt);
  const result = await forgetPerson(deps, { ...person, forgetting });
  deps.log.info({ forgetting: forgetting.id, result }, 'a person asked to be forgotten');
  if (result !== 'forgotten') return;
  if (isReachable && (await mayGoLater(deps, person)) && (await putOffGoodbye(deps, person.id))) return;
  const { total } = await deps.appeals.listOf(person.id, { skip: 0, limit: 1 });
  if (total === 0) await deps.citizens.remove(person.id);
}

/**
 * Forgets those whose thirty days are over and whose appeals have ended. Their own record goes last, after a goodbye, unless
 * they have filed another appeal by then: it waits for the end of that one.
 */
export async function forgetPeople(deps: KeepingDeps): Promise<void> {
  for (const person of await deps.citizens.toForget(deps.clock(), AT_ONCE))
    await byItself(deps, { forgetting: person.forgetting?.id ?? '' }, () => forget(deps, person));
}
