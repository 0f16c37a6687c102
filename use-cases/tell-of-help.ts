import { tellOfHelp, type Help } from '../domain/citizen-decisions';
import type { City } from '../domain/city';
import { changing, type AppealDeps } from './change-appeal';
import { newTargetTerm } from './new-target-term';

/** The citizen says whether the body their appeal was forwarded to helped. */
export const tellOfAppealHelp = changing<{ help: Help; forwarding: number }, AppealDeps & { city: City }>(
  'tellOfHelp',
  (appeal, command, now, { city }) =>
    tellOfHelp(appeal, { ...command, dueAt: newTargetTerm(city, appeal.category, now) }, now),
);
