import { z } from 'zod';
import { NON_APPEAL_KINDS, type Names } from '../domain/city';
import { ESCALATION_MOMENTS, ESCALATION_SIDES } from '../domain/escalation-step';
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
export const wordList = words.transform((text) =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

export const signatory = z.strictObject({ name: words, post: words });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'should be a time like `08:00`');
const holiday = z.string().regex(/^(\d{4}-)?\d{2}-\d{2}$/, 'should be a day like `08-24` or `2026-08-24`');
export const hour = z.number().int().min(0).max(24);

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

export const dangersShape = z.array(words).min(1, 'needs at least one phrase');
export const dangerSignsShape = z.record(code(12), words);

export const examples = z.array(words).min(1, 'needs at least one example');
export const dangerExamplesShape = z.strictObject({ dangerous: examples, calm: examples });
export const smallTalkShape = z.record(z.enum(NON_APPEAL_KINDS), examples);

export type DangerExamplesFile = z.infer<typeof dangerExamplesShape>;
export type SmallTalkFile = z.infer<typeof smallTalkShape>;
export type CityFile = z.infer<typeof cityShape>;
export type HeadingsFile = z.infer<typeof headingsShape>;
