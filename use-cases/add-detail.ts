import type { Attachment } from '../domain/appeal';
import { addDetail } from '../domain/citizen-decisions';
import { changing } from './change-appeal';

/** The citizen adds words or photos to their appeal. */
export const addDetailToAppeal = changing<{ text: string; attachments: readonly Attachment[] }>(
  'addDetail',
  addDetail,
);
