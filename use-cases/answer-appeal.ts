import { localDay } from '../domain/calendar';
import { findDepartment, type City } from '../domain/city';
import { may, type Actor } from '../domain/permissions';
import { answer, type AnswerGiven } from '../domain/staff-decisions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** An official answers; the department's signatory signs (art. 15). Refuses as `answer` does. */
export function answerAppeal(
  deps: AppealDeps & { city: City },
  input: { actor: Actor; appealId: string; commandId: string; given: Omit<AnswerGiven, 'signatory'> },
): Promise<Changed> {
  const { actor, appealId, commandId, given } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.answer(actor, appeal),
    decide: (appeal, now) => {
      const signatory = findDepartment(deps.city, appeal.department)?.signatory ?? deps.city.signatory;
      const today = localDay(now, deps.city.timeZone).toString();
      return answer(appeal, { id: commandId, by: actor.id, given: { ...given, signatory }, today }, now);
    },
  });
}
