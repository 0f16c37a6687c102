import type { Attachment } from '../domain/appeal';
import { askForDetails } from '../domain/staff-decisions';
import { changing } from './change-appeal';

interface Asked {
  readonly question: string;
  readonly attachments?: readonly Attachment[];
}

/** An official asks the citizen a question, perhaps with a photo. */
export const askCitizenForDetails = changing<Asked>('ask', askForDetails);
