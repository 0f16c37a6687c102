import type { Piece } from '../domain/appeal';
import { amend } from '../domain/citizen-decisions';
import { changing } from './change-appeal';

/** The citizen edited a message that is part of their appeal. */
export const amendAppeal = changing<{ piece: Piece; isUrgent?: boolean }>('amend', amend);
