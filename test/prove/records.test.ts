import { describeProofs } from './a-proof';

describeProofs('what people gave', ['R1', 'R2', 'R6', 'R10', 'R12']);
