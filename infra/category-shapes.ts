import { z } from 'zod';
import { COMPLEXITIES, GROUPS, type TargetTerm } from '../domain/city';
import { buttonNames, code, examples, wordList, words } from './city-pack-shapes';

const TARGET = /^(\d{1,3}) (hours|working_days|calendar_days)$/;
const target = z
  .string()
  .regex(TARGET, 'should read like `24 hours`, `5 working_days` or `10 calendar_days`')
  .transform((text): TargetTerm => {
    const [amount = '', unit = 'hours'] = text.split(' ');
    return { amount: Number(amount), unit: unit as TargetTerm['unit'] };
  });

const metres = z
  .number('should be metres; 0 where appeals are never joined')
  .int('should be whole metres')
  .min(0, 'should be 0 or more metres')
  .max(1000, 'is over 1000 metres; appeals that far apart are not about the same');

/** More messages people write, by the code of the category. */
export const moreExamplesShape = z.record(code(28), examples);

export const groupShape = z.strictObject({
  group: z.enum(GROUPS, `should be one of ${GROUPS.join(', ')}`),
  names: buttonNames,
  words: wordList.default([]),
  categories: z
    .array(
      z.strictObject({
        code: code(28),
        names: buttonNames,
        words: wordList,
        examples: z.array(words).default([]),
        department: words,
        complexity: z.enum(COMPLEXITIES, `should be one of ${COMPLEXITIES.join(', ')}`),
        target,
        duplicateRadiusM: metres,
        subjectHeading: words,
        questions: z.array(words).max(4, 'asks more than four questions; people give up').default([]),
        isPublic: z.boolean().default(true),
        isPlaceUseless: z.boolean().default(false),
        isAboutOfficials: z.boolean().default(false),
      }),
    )
    .min(1, 'needs at least one category'),
});

export type MoreExamplesFile = z.infer<typeof moreExamplesShape>;
export type GroupFile = z.infer<typeof groupShape>;
