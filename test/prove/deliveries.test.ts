import { describeProofs } from './a-proof';

describeProofs('what people are told', ['R3', 'R4', 'R5', 'R7', 'R8', 'R9', 'R11', 'R13', 'R14']);
