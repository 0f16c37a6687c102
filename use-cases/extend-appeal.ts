import type { Day } from '../domain/calendar';
import type { City } from '../domain/city';
import { extend } from '../domain/moderator-decisions';
import { changing, type AppealDeps } from './change-appeal';

type Given = { day: Day; reason: string };

/** The legal term is extended, to 45 days in all (art. 20). */
export const extendAppeal = changing<Given, AppealDeps & { city: City }>(
  'extend',
  (appeal, command, now, { city }) => extend(appeal, command, now, city),
);
