import { decline } from '../domain/staff-decisions';
import { changing } from './change-appeal';

/** «Not ours»: an official hands an appeal back to the moderators, and says whose it is. */
export const declineAppeal = changing<{ reason?: string; suggests?: string }>('decline', decline);
