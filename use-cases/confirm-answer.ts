import { confirm } from '../domain/citizen-decisions';
import { may, type Actor } from '../domain/permissions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** The citizen says «solved» about an answer. Refuses as `confirm` does. */
export function confirmAnswer(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string; ordinal: number },
): Promise<Changed> {
  const { actor, appealId, commandId, ordinal } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.confirm(actor, appeal),
    decide: (appeal, now) => confirm(appeal, { id: commandId, by: actor.id, ordinal }, now),
  });
}
