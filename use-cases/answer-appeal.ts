import { localDay } from '../domain/calendar';
import { findDepartment, type City } from '../domain/city';
import { answer, type AnswerGiven } from '../domain/staff-decisions';
import { changing, type AppealDeps } from './change-appeal';

type Given = { given: Omit<AnswerGiven, 'signatory'> };

/** An official answers; the department's signatory signs (art. 15). */
export const answerAppeal = changing<Given, AppealDeps & { city: City }>(
  'answer',
  (appeal, command, now, { city }) => {
    const signatory = findDepartment(city, appeal.department)?.signatory ?? city.signatory;
    const today = localDay(now, city.timeZone).toString();
    return answer(appeal, { ...command, given: { ...command.given, signatory }, today }, now);
  },
);
