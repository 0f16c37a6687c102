import { recordIncoming } from '../domain/staff-decisions';
import { changing } from './change-appeal';

/** Staff write down the number the city's own document system gave the appeal. */
export const recordIncomingNumber = changing<{ incomingNumber: string }>('recordIncoming', recordIncoming);
