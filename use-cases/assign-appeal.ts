import { may, type Actor } from '../domain/permissions';
import { assign } from '../domain/staff-decisions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** A moderator gives an appeal to an official. Refuses as `assign` does. */
export function assignAppeal(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string; executorId: string },
): Promise<Changed> {
  const { actor, appealId, commandId, executorId } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.assign(actor, appeal),
    decide: (appeal, now) => assign(appeal, { id: commandId, by: actor.id, executorId }, now),
  });
}
