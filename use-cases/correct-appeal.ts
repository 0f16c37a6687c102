import type { Corrected, Piece } from '../domain/appeal';
import { correct, rewrite } from '../domain/corrections';
import { changing } from './change-appeal';

/** The citizen corrects the place or an answer to a question of the category. */
export const correctAppeal = changing<{ corrected: Corrected }>('amend', correct);

/** The citizen writes the text anew. */
export const rewriteAppeal = changing<{ pieces: readonly Piece[]; isUrgent?: boolean }>('amend', rewrite);
