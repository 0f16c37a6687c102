import { breachesIn, type Breach, type BreachEntry, type BreachWords } from '../domain/breach';
import { may, type Actor } from '../domain/permissions';
import type { Clock } from './ports';
import type { Audit, Breaches } from './staff-ports';

interface Deps {
  readonly breaches: Breaches;
  readonly audit: Audit;
  readonly clock: Clock;
}

interface Written {
  readonly actor: Actor;
  /** The entry’s id too: the same command adds one entry. */
  readonly commandId: string;
  /** The breach it adds to. */
  readonly firstId?: string;
  readonly words: BreachWords;
}

/** Adds to the log of breaches; the record of acts says that and by whom, without a word of it. Refuses with `not_permitted`. */
export async function recordBreach(
  deps: Deps,
  { actor, commandId, firstId, words }: Written,
): Promise<{ ok: true; entry: BreachEntry } | { ok: false; refusal: 'not_permitted' }> {
  if (!may.recordBreach(actor)) return { ok: false, refusal: 'not_permitted' };
  const at = deps.clock();
  const entry: BreachEntry = { ...words, id: commandId, at, by: actor.id, ...(firstId && { firstId }) };
  await deps.breaches.add(entry);
  const what = firstId ? 'breach.added' : 'breach.recorded';
  await deps.audit.add({ id: commandId, at, by: actor.id, what, about: firstId ?? commandId });
  return { ok: true, entry };
}

/** The whole log for a table; who took it is recorded. Refuses with `not_permitted`. */
export async function exportBreaches(
  deps: Deps,
  { actor, commandId }: { actor: Actor; commandId: string },
): Promise<{ ok: true; breaches: readonly Breach[] } | { ok: false; refusal: 'not_permitted' }> {
  if (!may.readBreaches(actor)) return { ok: false, refusal: 'not_permitted' };
  const breaches = breachesIn(await deps.breaches.all());
  const facts = { count: String(breaches.length) };
  await deps.audit.add({ id: commandId, at: deps.clock(), by: actor.id, what: 'breach.exported', facts });
  return { ok: true, breaches };
}
