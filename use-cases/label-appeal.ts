import type { AppealLink, MarkKind } from '../domain/appeal';
import { label } from '../domain/marks';
import type { City } from '../domain/city';
import { changing, type AppealDeps } from './change-appeal';

/** A moderator sets a mark, linked to earlier appeals, or clears it. */
export const labelAppeal = changing<
  { mark: MarkKind; isSet: boolean; of: readonly AppealLink[] },
  AppealDeps & { city: City }
>('label', (appeal, command, now, { city }) => label(appeal, command, now, city));
