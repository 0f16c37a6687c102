import type { City } from '../domain/city';
import { recategorise } from '../domain/recategorise';
import { changing, type AppealDeps } from './change-appeal';

/** A moderator says what an appeal is about: category, department, complexity and target term follow. */
export const recategoriseAppeal = changing<{ category: string }, AppealDeps & { city: City }>(
  'recategorise',
  (appeal, command, now, { city }) => recategorise(appeal, command, now, city),
);
