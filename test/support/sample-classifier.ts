import { createClassifier } from '../../domain/classifier';
import { city } from './sample-city';

/** Knows the sample city's categories; made only where it is needed, for that takes more than a second. */
export const classifier = createClassifier(city);
