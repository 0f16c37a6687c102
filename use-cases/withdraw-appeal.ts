import { withdraw } from '../domain/citizen-decisions';
import { changing } from './change-appeal';

/** The citizen takes their appeal back. */
export const withdrawAppeal = changing('withdraw', withdraw);
