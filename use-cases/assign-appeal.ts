import { isComplainedOf } from '../domain/about-officials';
import { isByAuthor } from '../domain/account-move';
import { may } from '../domain/permissions';
import { assign } from '../domain/staff-decisions';
import { changing, type About, type AppealDeps } from './change-appeal';
import type { Given } from './give-to-colleague';
import { mayGet } from './who-may-have';

const assignTo = changing<{ executorId: string }>('assign', assign);

/**
 * A moderator or the head gives an appeal to an official of any department. Refuses with `no_such_colleague` (nobody of
 * the staff, or let go), and as `assign` does.
 */
export async function assignAppeal(
  deps: AppealDeps & Parameters<typeof mayGet>[0],
  input: About & { executorId: string },
): Promise<Given> {
  const { actor, appealId, executorId } = input;
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return { ok: false, refusal: 'not_found' };
  if (!may.assign(actor, appeal)) return { ok: false, refusal: 'not_permitted' };
  const hasReason = isByAuthor(appeal, executorId) || isComplainedOf(appeal, executorId);
  if (!hasReason && !(await mayGet(deps, appeal, executorId)))
    return { ok: false, refusal: 'no_such_colleague' };
  return assignTo(deps, input);
}
