import type { Appeal } from '../domain/appeal';
import type { Citizen } from '../domain/citizen';
import { isLetIn, isNameOpenTo, may, type Actor } from '../domain/permissions';
import type { Appeals, Citizens, Clock } from './ports';
import type { Audit } from './staff-ports';

export interface PersonSought {
  readonly by: 'phone' | 'name';
  /** `+380671112233`, or how the name begins. */
  readonly value: string;
}

export type FoundByPerson =
  | { readonly ok: true; readonly people: readonly Citizen[]; readonly appeals: readonly Appeal[] }
  | { readonly ok: false; readonly refusal: 'not_permitted' };

const PEOPLE = 5;
const EACH = 8;

/**
 * Appeals by who filed them, for those who steer; that somebody looked, and for whom, is recorded first. A hidden name
 * finds nothing, but for a controller. Refuses with `not_permitted`.
 */
export async function findByPerson(
  deps: { appeals: Appeals; citizens: Citizens; audit: Audit; clock: Clock },
  { actor, commandId, sought: { by, value } }: { actor: Actor; commandId: string; sought: PersonSought },
): Promise<FoundByPerson> {
  if (!may.steer(actor)) return { ok: false, refusal: 'not_permitted' };
  const known = await (by === 'phone'
    ? deps.citizens.withPhone(value, PEOPLE)
    : deps.citizens.named(value, PEOPLE));
  const people = known.filter((citizen) => isNameOpenTo(actor, citizen));
  const facts = { by, found: people.map(({ id }) => id).join(' ') || '0' };
  await deps.audit.add({ id: commandId, at: deps.clock(), by: actor.id, what: 'person.searched', facts });
  const filed = await Promise.all(people.map(({ id }) => deps.appeals.listOf(id, { skip: 0, limit: EACH })));
  return {
    ok: true,
    people,
    appeals: filed.flatMap(({ appeals }) =>
      appeals.filter((appeal) => isLetIn(actor, appeal) && isNameOpenTo(actor, appeal)),
    ),
  };
}
