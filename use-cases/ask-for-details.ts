import { askForDetails } from '../domain/staff-decisions';
import { changing } from './change-appeal';

/** An official asks the citizen a question. */
export const askCitizenForDetails = changing<{ question: string }>('ask', askForDetails);
