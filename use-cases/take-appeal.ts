import { take } from '../domain/staff-decisions';
import { changing } from './change-appeal';

/** An official takes an appeal. */
export const takeAppeal = changing('take', take);
