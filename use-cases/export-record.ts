import type { Act } from '../domain/act';
import { spanOf, type Period } from '../domain/period';
import type { City } from '../domain/city';
import { isLetIn, may, type Actor } from '../domain/permissions';
import type { FiledAppeal } from '../domain/statistics';
import type { Clock } from './ports';
import type { Audit, Oversight } from './staff-ports';

interface Deps {
  readonly oversight: Oversight;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly city: City;
}

interface Wanted {
  readonly actor: Actor;
  readonly commandId: string;
  readonly period: Period;
}

type Exported<T> =
  | { readonly ok: true; readonly rows: readonly T[] }
  | { readonly ok: false; readonly refusal: 'not_permitted' };

const MOST_ACTS = 50_000;

/** For those who steer; who took what, for which days and how much, is recorded. */
const exporting =
  <T>(what: string, read: (deps: Deps, period: Period, actor: Actor) => Promise<readonly T[]>) =>
  async (deps: Deps, { actor, commandId, period }: Wanted): Promise<Exported<T>> => {
    if (!may.steer(actor)) return { ok: false, refusal: 'not_permitted' };
    const rows = await read(deps, period, actor);
    const facts = {
      what,
      from: period.from.toString(),
      to: period.to.toString(),
      count: String(rows.length),
    };
    await deps.audit.add({ id: commandId, at: deps.clock(), by: actor.id, what: 'record.exported', facts });
    return { ok: true, rows };
  };

/** Appeals registered in a period, without anything about people. Refuses with `not_permitted`. */
export const exportAppeals = exporting<FiledAppeal>('appeals', async ({ oversight, city }, period, actor) =>
  (await oversight.filed(spanOf(period, city))).filter((appeal) => isLetIn(actor, appeal)),
);

/** What the staff did in a period. Refuses with `not_permitted`. */
export const exportActs = exporting<Act>('acts', ({ oversight, city }, period, actor) =>
  oversight.acts({ span: spanOf(period, city), reader: actor }, { skip: 0, limit: MOST_ACTS }),
);
