import type { City } from '../domain/city';
import { askForExtension, type LongerTerm } from '../domain/extension';
import { changing, type AppealDeps } from './change-appeal';

/** An official asks the head for more time (art. 20). */
export const askHeadForExtension = changing<LongerTerm, AppealDeps & { city: City }>(
  'askForExtension',
  (appeal, command, now, { city }) => askForExtension(appeal, command, now, city),
);
