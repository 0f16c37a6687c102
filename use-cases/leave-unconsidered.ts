import { leaveUnconsidered } from '../domain/moderator-decisions';
import { changing } from './change-appeal';

/** A moderator leaves an appeal unconsidered on a ground of art. 8. */
export const leaveAppealUnconsidered = changing<{ ground: string }>('leaveUnconsidered', leaveUnconsidered);
