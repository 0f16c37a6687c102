import { forward } from '../domain/moderator-decisions';
import { changing } from './change-appeal';

/** A moderator sends an appeal to the body it belongs to (art. 7). */
export const forwardAppeal = changing<{ text: string }>('forward', forward);
