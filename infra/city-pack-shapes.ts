import { z } from 'zod';
import { COMPLEXITIES, ESCALATION_MOMENTS, ESCALATION_SIDES, GROUPS, NON_APPEAL_KINDS } from '../domain/city';
import type { Names, TargetTerm } from '../domain/city';
import { retentionShape } from './retention-shape';
import { siftingShape } from './sifting-shape';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const words = z.string().trim().min(1, 'is empty; write the words');
export const code = (longest: number) =>
  z
    .string()
    .regex(CODE, 'may hold only a-z, 0-9 and hyphens between them')
    .max(longest, `is longer than ${longest} characters; it travels inside buttons, shorten it`);

/** A text in each language; which languages there must be is checked against the city's list. */
export const names = z
  .record(z.string(), words)
  .refine((texts): texts is Names => 'uk' in texts, 'needs a Ukrainian text under `uk`');

export const buttonNames = names.refine(
  (texts) => Object.values(texts).every((text) => text.length <= 30),
  'is longer than 30 characters; it is written on a button, shorten it',
);

/** Words and phrases in one text, commas between them. */
const wordList = words.transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

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

export const signatory = z.strictObject({ name: words, post: words });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'should be a time like `08:00`');
const holiday = z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'should be a day like `08-24` or `2026-08-24`');
export const hour = z.number().int().min(0).max(24);
const location = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

const escalationStep = z
  .strictObject({
    when: z.enum(ESCALATION_MOMENTS, `should be one of ${ESCALATION_MOMENTS.join(', ')}`),
    daysBefore: z.number().int().min(1).max(30).optional(),
    tell: z
      .array(z.enum(ESCALATION_SIDES, `should be one of ${ESCALATION_SIDES.join(', ')}`))
      .min(1, 'tells nobody; name one or more'),
  })
  .refine(({ when, daysBefore }) => when.endsWith('_near') === (daysBefore !== undefined), {
    message: 'goes with `sifting_near` and `legal_term_near`, and only with them: how many days before',
    path: ['daysBefore'],
  })
  .refine(({ when, tell }) => when === 'target_missed' || !tell.includes('citizen'), {
    message: 'may name `citizen` only with `target_missed`; they are told once that it is late',
    path: ['tell'],
  })
  .transform(({ daysBefore = 0, ...step }) => ({ ...step, daysBefore }));

export const cityShape = z.strictObject({
  code: code(28),
  names,
  timeZone: words,
  languages: z.array(words).min(1),
  signatory,
  human: z.strictObject({ phone: words, hours: names, address: names }),
  emergencyNumbers: z.array(z.strictObject({ number: words, names })).min(1),
  privacyNotice: z.strictObject({ version: words, texts: names }),
  calendar: z.strictObject({
    workingDays: z
      .array(z.number().int().min(1).max(7))
      .min(1, 'needs at least one working day, 1 is Monday'),
    dayStartsAt: time,
    dayEndsAt: time,
    holidays: z.array(holiday),
    isMartialLaw: z.boolean(),
  }),
  reminders: z.strictObject({
    rateAfterDays: z.array(z.number().int().positive()),
    draftAfterHours: z.number().int().positive(),
    forwardedAfterDays: z.number().int().positive(),
  }),
  escalation: z.array(escalationStep),
  queueAlerts: z.strictObject({
    size: z.number('should be how many appeals').int().positive(),
    ageHours: z.number('should be hours').positive(),
  }),
  daytime: z
    .strictObject({ fromHour: hour, toHour: hour })
    .refine(({ fromHour, toHour }) => fromHour < toHour, '`fromHour` should be earlier than `toHour`'),
  reworkWindowDays: z.number().int().positive(),
  superiorBody: names,
  closeAfterSilentDays: z.number().int().positive(),
  sifting: siftingShape,
  massPeople: z
    .number('should be how many people')
    .int()
    .min(2, 'should be 2 or more')
    .max(20, 'should be 20 or less')
    .default(5),
  retention: retentionShape,
  leastConfidence: z
    .number('should be a number from 0 to 1')
    .min(0, 'should be 0 or more')
    .max(1, 'should be 1 or less'),
});

/** Headings of the classifier of citizens' appeals (Resolution 858). */
export const headingsShape = z
  .array(z.strictObject({ code: code(12), names }))
  .min(1, 'needs at least one heading');

/** GeoJSON: a FeatureCollection of Polygons whose properties carry the district's code and names. */
export const districtsShape = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.strictObject({ code: code(28), names }),
        geometry: z.object({
          type: z.literal('Polygon'),
          coordinates: z.array(
            z.array(z.tuple([z.number(), z.number()])).min(4, 'a ring needs four points or more'),
          ),
        }),
      }),
    )
    .min(1, 'needs at least one district'),
});

export const streetsShape = z.array(
  z.strictObject({
    name: words,
    prefix: words,
    former: z.array(words).default([]),
    district: words,
    lastHouse: z.number().int().positive(),
  }),
);

export const landmarksShape = z.array(
  z.strictObject({
    names,
    words: wordList,
    district: words,
    location: location.optional(),
  }),
);

export const dangersShape = z.array(words).min(1, 'needs at least one phrase');
export const dangerSignsShape = z.record(code(12), words);

const examples = z.array(words).min(1, 'needs at least one example');
export const dangerExamplesShape = z.strictObject({ dangerous: examples, calm: examples });
export const smallTalkShape = z.record(z.enum(NON_APPEAL_KINDS), examples);

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

export type DangerExamplesFile = z.infer<typeof dangerExamplesShape>;
export type SmallTalkFile = z.infer<typeof smallTalkShape>;
export type CityFile = z.infer<typeof cityShape>;
export type DistrictsFile = z.infer<typeof districtsShape>;
export type HeadingsFile = z.infer<typeof headingsShape>;
export type StreetsFile = z.infer<typeof streetsShape>;
export type LandmarksFile = z.infer<typeof landmarksShape>;
export type MoreExamplesFile = z.infer<typeof moreExamplesShape>;
export type GroupFile = z.infer<typeof groupShape>;
