import { correctAnswer, type Correction } from '../domain/answer-corrections';
import { changing } from './change-appeal';

/** An official mends a sent answer; the citizen's message is edited and they are told once. */
export const correctSentAnswer = changing<Correction>('correct', correctAnswer);
