import { returnIncomplete } from '../domain/moderator-decisions';
import { changing } from './change-appeal';

/** A moderator returns an appeal that lacks what a decision needs (art. 7). */
export const returnIncompleteAppeal = changing<{ text: string }>('returnIncomplete', returnIncomplete);
