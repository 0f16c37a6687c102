import type { Citizen } from '../domain/citizen';
import { forgetPerson, type ForgettingDeps } from '../use-cases/forget-person';
import { byItself } from './by-itself';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 20;

export type KeepingDeps = WorkerDeps & ForgettingDeps;

async function forget(deps: KeepingDeps, person: Citizen): Promise<void> {
  const { forgetting, messenger, chatId, language, isReachable } = person;
  if (!forgetting) return;
  const result = await forgetPerson(deps, { ...person, forgetting });
  deps.log.info({ forgetting: forgetting.id, result }, 'a person asked to be forgotten');
  if (result !== 'forgotten') return;
  const text = deps.textsFor(language)('forget-done');
  if (isReachable) await deps.messenger.send({ messenger, chatId }, { text }, 'notice');
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
