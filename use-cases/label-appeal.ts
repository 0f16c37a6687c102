import type { AppealLink, MarkKind } from '../domain/appeal';
import { label } from '../domain/marks';
import { changing } from './change-appeal';

/** A moderator sets a mark, linked to earlier appeals, or clears it. */
export const labelAppeal = changing<{ mark: MarkKind; isSet: boolean; of: readonly AppealLink[] }>(
  'label',
  label,
);
