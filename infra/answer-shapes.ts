import { z } from 'zod';
import { ANSWER_FIELDS, bracedIn, type AnswerField } from '../domain/canned-answers';
import { GROUPS } from '../domain/city';
import { OUTCOMES } from '../domain/outcome';
import { code, words } from './city-pack-shapes';

const LONGEST = 2000;
const KNOWN = ANSWER_FIELDS.map((field) => `{${field}}`).join(', ');
const isField = (inside: string): boolean => ANSWER_FIELDS.includes(inside as AnswerField);

const answerText = words
  .max(LONGEST, `is longer than ${LONGEST} characters; people stop reading`)
  .superRefine((text, context) => {
    for (const unknown of bracedIn(text).filter((inside) => !isField(inside)))
      context.addIssue(`«{${unknown}}» is no field; there are ${KNOWN}`);
    if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, '')))
      context.addIssue(`has a brace without its pair; fields are written ${KNOWN}`);
  });

/** Answers a city has ready, for whole groups, single categories or every appeal. */
export const answersShape = z.array(
  z.strictObject({
    id: code(28),
    title: words.max(40, 'is longer than 40 characters; it is written on a button, shorten it'),
    outcome: z.enum(OUTCOMES, `should be one of ${OUTCOMES.join(', ')}`),
    groups: z
      .array(z.enum(GROUPS, `should be one of ${GROUPS.join(', ')}`))
      .min(1)
      .optional(),
    categories: z.array(words).min(1).optional(),
    text: answerText,
  }),
);

export type AnswersFile = z.infer<typeof answersShape>;
