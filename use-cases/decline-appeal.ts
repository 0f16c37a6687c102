import { may, type Actor } from '../domain/permissions';
import { decline } from '../domain/staff-decisions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** «Not ours»: an official hands an appeal back to the moderators. Refuses as `decline` does. */
export function declineAppeal(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string },
): Promise<Changed> {
  const { actor, appealId, commandId } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.decline(actor, appeal),
    decide: (appeal, now) => decline(appeal, { id: commandId, by: actor.id }, now),
  });
}
