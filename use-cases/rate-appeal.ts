import type { Rating } from '../domain/appeal';
import { rate } from '../domain/citizen-decisions';
import { may, type Actor } from '../domain/permissions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** The citizen rates how their appeal was handled. Refuses as `rate` does. */
export function rateAppeal(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string; rating: Rating },
): Promise<Changed> {
  const { actor, appealId, commandId, rating } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.rate(actor, appeal),
    decide: (appeal, now) => rate(appeal, { id: commandId, by: actor.id, rating }, now),
  });
}
