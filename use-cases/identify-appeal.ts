import type { AppealKind } from '../domain/appeal';
import type { City } from '../domain/city';
import { identify } from '../domain/corrections';
import { changing, type AppealDeps } from './change-appeal';

/** The author of a message gave their name and residence: it becomes an appeal (art. 5). */
export const identifyAppeal = changing<{ kind: Exclude<AppealKind, 'message'> }, AppealDeps & { city: City }>(
  'complete',
  (appeal, command, now, { city }) => identify(appeal, command, now, city),
);
