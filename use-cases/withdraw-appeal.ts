import { withdraw } from '../domain/citizen-decisions';
import { may, type Actor } from '../domain/permissions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** The citizen takes their appeal back. Refuses as `withdraw` does. */
export function withdrawAppeal(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string },
): Promise<Changed> {
  const { actor, appealId, commandId } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.withdraw(actor, appeal),
    decide: (appeal, now) => withdraw(appeal, { id: commandId, by: actor.id }, now),
  });
}
