import { z } from 'zod';
import { LONGEST_SIFTING_DAYS } from '../domain/sifting-rules';

/** When a moderator looks first; see `SiftingRules`. */
export const siftingShape = z.strictObject({
  strikes: z.number().int().positive(),
  strikeDays: z.number().int().positive().max(LONGEST_SIFTING_DAYS),
  openAppeals: z.number().int().positive(),
  messagesAMinute: z.number().int().positive(),
});
