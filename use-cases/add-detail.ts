import type { Attachment } from '../domain/appeal';
import { addDetail } from '../domain/citizen-decisions';
import type { Place } from '../domain/place';
import { changing } from './change-appeal';

type Given = { text: string; attachments: readonly Attachment[]; place?: Place; isUrgent?: boolean };

/** The citizen adds words, photos or the place to their appeal. */
export const addDetailToAppeal = changing<Given>('addDetail', addDetail);
