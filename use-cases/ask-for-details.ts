import { may, type Actor } from '../domain/permissions';
import { askForDetails } from '../domain/staff-decisions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** An official asks the citizen a question. Refuses as the decision does. */
export function askCitizenForDetails(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string; question: string },
): Promise<Changed> {
  const { actor, appealId, commandId, question } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.ask(actor, appeal),
    decide: (appeal, now) => askForDetails(appeal, { id: commandId, by: actor.id, question }, now),
  });
}
