import { assign } from '../domain/staff-decisions';
import { changing } from './change-appeal';

/** A moderator gives an appeal to an official. */
export const assignAppeal = changing<{ executorId: string }>('assign', assign);
