import type { Rating } from '../domain/appeal';
import { rate } from '../domain/citizen-decisions';
import { changing } from './change-appeal';

/** The citizen rates how their appeal was handled. */
export const rateAppeal = changing<{ rating: Rating }>('rate', rate);
