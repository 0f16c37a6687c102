import type { Attachment } from '../domain/appeal';
import type { Place } from '../domain/place';
import { askForDetails } from '../domain/staff-decisions';
import { changing } from './change-appeal';

interface Asked {
  readonly question: string;
  readonly attachments?: readonly Attachment[];
  readonly place?: Place;
}

/** An official asks the citizen a question, perhaps with a photo or a place. */
export const askCitizenForDetails = changing<Asked>('ask', askForDetails);
