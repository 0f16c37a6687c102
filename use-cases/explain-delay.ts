import { explainDelay } from '../domain/delay';
import { changing } from './change-appeal';

/** The office says why it is late. */
export const explainAppealDelay = changing<{ reason: string }>('explainDelay', explainDelay);
