import type { Attachment } from '../domain/appeal';
import { confirm } from '../domain/citizen-decisions';
import { changing } from './change-appeal';

type Given = { ordinal: number; text?: string; attachments?: readonly Attachment[] };

/** The citizen says «solved» about an answer, perhaps with words and photos. */
export const confirmAnswer = changing<Given>('confirm', confirm);
