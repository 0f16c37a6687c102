import type { Appeal } from '../domain/appeal';
import { isByAuthor } from '../domain/account-move';
import { actorAt, isLetGo, type Colleague } from '../domain/colleague';
import { wasCarriedOut } from '../domain/decision';
import { may } from '../domain/permissions';
import { give, HELD_STATUSES } from '../domain/staff-decisions';
import { changeAppeal, commandOf, type About, type AppealDeps, type Changed } from './change-appeal';
import { colleagueOf, controllers, headsOf, officialsOf, type PeopleDeps } from './post-holders';
import type { StaffGroups } from './staff-ports';
import { isOpenToAll } from './who-may-have';

type Deps = AppealDeps & PeopleDeps & { readonly staffGroups: StaffGroups };

/**
 * Who may get an appeal besides the one who has it: those with a post in its department, and those who have its cases.
 * Without a group of its own any member of the staff chat serves the department, elsewhere only holders of posts.
 */
export async function colleaguesFor(deps: Deps, appeal: Appeal): Promise<Colleague[]> {
  const { department, executorId } = appeal;
  const [officials, heads, busy, isForAll] = await Promise.all([
    officialsOf(deps, department),
    headsOf(deps, department),
    deps.appeals.executorsOf(department, HELD_STATUSES),
    isOpenToAll(deps, appeal),
  ]);
  const watching = appeal.isAboutOfficials ? await controllers(deps) : [];
  const ids = [...new Set([...officials, ...heads, ...busy, ...watching])];
  const others = ids.filter((id) => id !== executorId && !isByAuthor(appeal, id));
  const colleagues = await Promise.all(others.map((id) => colleagueOf(deps, id)));
  return colleagues.filter(
    (one) =>
      (isForAll && !isLetGo(one)) || may.answer(actorAt(one, { isAtWork: true }), given(appeal, one.id)),
  );
}

/** A complaint about officials lets nobody in before it is given to them. */
const given = (appeal: Appeal, executorId: string): Appeal =>
  appeal.isAboutOfficials ? { ...appeal, executorId } : appeal;

export type Given = Changed | { readonly ok: false; readonly refusal: 'no_such_colleague' };

/**
 * Gives an appeal to a colleague of its department. Refuses with `no_such_colleague` (demoted meanwhile),
 * `nothing_changed` (they have it), `wrong_status`, `not_permitted` or `not_found`.
 */
export async function giveToColleague(
  deps: Deps,
  { toId, ...about }: About & { toId: string },
): Promise<Given> {
  const appeal = await deps.appeals.find(about.appealId);
  if (!appeal) return { ok: false, refusal: 'not_found' };
  const hasIt = appeal.executorId === toId;
  const mayGet = hasIt || (await colleaguesFor(deps, appeal)).some(({ id }) => id === toId);
  if (!mayGet) return { ok: false, refusal: 'no_such_colleague' };
  const { actor, appealId, commandId } = about;
  return changeAppeal(deps, {
    ...{ appealId, commandId },
    // Whoever gave it away has it no more, and still hears the same when the command comes again.
    isPermitted: (found) => may.give(actor, found) || wasCarriedOut(found, commandId),
    decide: (found, now) => give(found, { ...commandOf(actor, commandId), executorId: toId }, now),
  });
}
