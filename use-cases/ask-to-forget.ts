import type { Citizen } from '../domain/citizen';
import { askToForget, keepKnowing, type ForgettingRefusal } from '../domain/forgetting';
import type { Citizens, Clock } from './ports';

type Refusal = ForgettingRefusal | 'conflict';
type Deps = { readonly citizens: Citizens; readonly clock: Clock };

const TRIES = 3;

async function changing(
  { citizens }: Deps,
  person: Citizen,
  decide: (citizen: Citizen) => Citizen | ForgettingRefusal,
): Promise<Citizen | Refusal> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const citizen = (await citizens.find(person.id)) ?? person;
    const decided = decide(citizen);
    if (typeof decided === 'string' || decided === citizen) return decided;
    const changed = { ...decided, rev: citizen.rev + 1 };
    if (await citizens.save(changed)) return changed;
  }
  return 'conflict';
}

/** A person asks to be forgotten, 30 days from now. Refuses with `already_asked` and `conflict`. */
export const askToBeForgotten = (deps: Deps, { person, commandId }: { person: Citizen; commandId: string }) =>
  changing(deps, person, (citizen) => askToForget(citizen, { id: commandId, by: citizen.id }, deps.clock()));

/** They take it back. Refuses with `not_asked`, `under_way` and `conflict`. */
export const takeForgettingBack = (deps: Deps, person: Citizen) => changing(deps, person, keepKnowing);
