import { confirm } from '../domain/citizen-decisions';
import { changing } from './change-appeal';

/** The citizen says «solved» about an answer. */
export const confirmAnswer = changing<{ ordinal: number }>('confirm', confirm);
