import { may, type Actor } from '../domain/permissions';
import { take } from '../domain/staff-decisions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** An official takes an appeal. Refuses as `take` does. */
export function takeAppeal(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string },
): Promise<Changed> {
  const { actor, appealId, commandId } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.take(actor, appeal),
    decide: (appeal, now) => take(appeal, { id: commandId, by: actor.id }, now),
  });
}
