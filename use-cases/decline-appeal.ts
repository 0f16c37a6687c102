import { decline } from '../domain/staff-decisions';
import { changing } from './change-appeal';

/** «Not ours»: an official hands an appeal back to the moderators. */
export const declineAppeal = changing<{ reason?: string }>('decline', decline);
