import type { Attachment } from '../domain/appeal';
import { returnForRework } from '../domain/citizen-decisions';
import type { City } from '../domain/city';
import { changing, type AppealDeps } from './change-appeal';
import { newTargetTerm } from './new-target-term';

type Given = { ordinal: number; reason: string; attachments: readonly Attachment[]; isUrgent?: boolean };

/** The citizen says «not solved» about an answer. */
export const returnAppealForRework = changing<Given, AppealDeps & { city: City }>(
  'returnForRework',
  (appeal, command, now, { city }) => {
    const dueAt = newTargetTerm(city, appeal.category, now);
    return returnForRework(appeal, { ...command, dueAt, windowDays: city.reworkWindowDays }, now);
  },
);
