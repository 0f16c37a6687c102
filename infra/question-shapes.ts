import { z } from 'zod';
import { QUESTION_KINDS } from '../domain/city';
import { buttonNames, code, names } from './city-pack-shapes';

const choice = z
  .array(z.strictObject({ id: code(12), names: buttonNames }))
  .min(2, 'needs two options or more');

/** Questions are written once and named by the categories that ask them. */
export const questionsShape = z.array(
  z
    .strictObject({
      id: code(12),
      kind: z.enum(QUESTION_KINDS, `should be one of ${QUESTION_KINDS.join(', ')}`),
      ask: names,
      options: choice.optional(),
      isRequired: z.boolean().default(false),
    })
    .refine((question) => (question.kind === 'choice') === (question.options !== undefined), {
      message: 'a `choice` has `options`, other questions have none',
      path: ['options'],
    }),
);

export type QuestionsFile = z.infer<typeof questionsShape>;
