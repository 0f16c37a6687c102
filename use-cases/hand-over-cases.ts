import type { Appeal } from '../domain/appeal';
import { handOver } from '../domain/hand-over';
import { may, type Actor } from '../domain/permissions';
import { HELD_STATUSES } from '../domain/staff-decisions';
import { changing, type AppealDeps } from './change-appeal';
import { actorInPrivate, type PeopleDeps } from './post-holders';
import type { Audit } from './staff-ports';

const handOverAppeal = changing<{ fromId: string; executorId?: string }>('assign', handOver);

const AT_ONCE = 5_000;

export type HandedOver =
  | { readonly ok: true; readonly appeals: readonly Appeal[] }
  | { readonly ok: false; readonly refusal: 'not_permitted' | 'no_such_colleague' };

/**
 * Gives all cases of somebody to a colleague, or back to their departments without `toId`; every appeal gets its
 * event. Carried out again, it goes on where it stopped. Refuses with `not_permitted`, or `no_such_colleague` when
 * the other is not on the staff.
 */
export async function handOverCases(
  deps: AppealDeps & PeopleDeps & { audit: Audit },
  input: { actor: Actor; fromId: string; toId?: string; commandId: string },
): Promise<HandedOver> {
  const { actor, fromId, toId, commandId } = input;
  if (!may.steer(actor)) return { ok: false, refusal: 'not_permitted' };
  const isColleague = !toId || may.work(await actorInPrivate(deps, toId));
  if (!isColleague || toId === fromId) return { ok: false, refusal: 'no_such_colleague' };
  const appeals: Appeal[] = [];
  for (const { id: appealId } of await deps.appeals.listHeld(fromId, HELD_STATUSES, AT_ONCE)) {
    const about = { actor, appealId, commandId: `${commandId}-${appealId}`, fromId };
    const handed = await handOverAppeal(deps, { ...about, ...(toId && { executorId: toId }) });
    if (handed.ok) appeals.push(handed.appeal);
  }
  const facts = { to: toId ?? 'department', count: String(appeals.length) };
  await deps.audit.add({ id: commandId, at: deps.clock(), by: actor.id, what: 'cases.handed_over', about: fromId, facts }); // prettier-ignore
  return { ok: true, appeals };
}
