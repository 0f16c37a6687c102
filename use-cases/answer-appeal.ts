import { localDay } from '../domain/calendar';
import type { City } from '../domain/city';
import { signatoryFor } from '../domain/signatory';
import { answer, type AnswerGiven } from '../domain/staff-decisions';
import { changing, type AppealDeps } from './change-appeal';

type Given = { given: Omit<AnswerGiven, 'signatory'> };

/** An official answers; whoever answers for it signs (art. 15). */
export const answerAppeal = changing<Given, AppealDeps & { city: City }>(
  'answer',
  (appeal, command, now, { city }) => {
    const signatory = signatoryFor(appeal, city);
    const today = localDay(now, city.timeZone).toString();
    return answer(appeal, { ...command, given: { ...command.given, signatory }, today }, now);
  },
);
