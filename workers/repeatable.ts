import type { EditResult } from '../messengers/messenger';

/** Of a call that done twice looks like done once, or shows nothing: its answer lost is as good as a call that never left. */
export const repeatable = (ended: EditResult): EditResult =>
  ended.result === 'ambiguous' ? { result: 'later' } : ended;
