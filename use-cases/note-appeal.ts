import { note } from '../domain/answer-corrections';
import { changing } from './change-appeal';

/** An official leaves a note for colleagues. */
export const noteAppeal = changing<{ text: string }>('note', note);
