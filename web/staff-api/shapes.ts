import { z } from '@hono/zod-openapi';
import { KINDS, STATUSES } from '../../domain/appeal';
import { OPEN_STATUSES } from '../../domain/moves';
import { OUTCOMES } from '../../domain/outcome';
import { MAX_FILES, MAX_TEXT } from '../../domain/saying';
import { OFFICE_ACTS } from '../../screens/office-view';

const LARGEST_PAGE = 50;
const LONGEST_REASON = 1000;

/** Somewhat above the limit of the rules, which tell in words what is too long. */
const words = z.string().max(MAX_TEXT * 2);
const day = z.iso.date().openapi({ example: '2026-12-07' });
const moment = z.iso.datetime().openapi({ example: '2026-11-20T10:00:00.000Z' });

/** One value of a form comes alone, several as a list. */
const listOf = <T extends z.ZodType>(one: T) =>
  z.preprocess((given) => (given === undefined || Array.isArray(given) ? given : [given]), z.array(one));

export const NumberParam = z.strictObject({
  number: z
    .string()
    .regex(/^\d{4}-\d{6}$/)
    .openapi({ example: '2026-000001' }),
});

export const FileParams = z.strictObject({
  ...NumberParam.shape,
  file: z.string().min(1).max(100), // prettier-ignore
});

export const ListQuery = z.strictObject({
  of: z.enum(['mine', 'department']).default('department'),
  department: z.string().max(64).optional(),
  status: listOf(z.enum(STATUSES))
    .default([...OPEN_STATUSES])
    .openapi({ type: 'array', items: { type: 'string', enum: [...STATUSES] }, description: 'Open ones without it.' }), // prettier-ignore
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).default(20),
});

/** What makes a repeated request act once. */
export const ActHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{8,128}$/)
    .optional()
    .openapi({
      description: 'Of your choice, 8 to 128 signs. The same key with the same request acts once.',
    }),
});

const answerFields = { text: words, outcome: z.enum(OUTCOMES), ground: words.optional(), plannedOn: day.optional() }; // prettier-ignore
const sentFile = z.custom<File>((given) => given instanceof File).openapi({ type: 'string', format: 'binary' }); // prettier-ignore
const files = listOf(sentFile).default([]).openapi({ type: 'array', items: { type: 'string', format: 'binary' }, maxItems: MAX_FILES }); // prettier-ignore

export const AnswerBody = z.strictObject(answerFields);
export const AnswerForm = z.strictObject({ ...answerFields, files });
export const AskBody = z.strictObject({ text: words });
export const AskForm = z.strictObject({ text: words, files });
export const WordsBody = z.strictObject({ text: words });
export const ExtensionBody = z.strictObject({ text: words, day });
export const ContactBody = z.strictObject({ reason: z.string().max(LONGEST_REASON) });

const Line = z.object({
  number: z.string(),
  status: z.enum(STATUSES),
  statusText: z.string(),
  category: z.string(),
  categoryName: z.string(),
  department: z.string(),
  departmentName: z.string(),
  place: z.string().optional(),
  registeredAt: moment,
  dueAt: moment,
  legalDueAt: moment.optional(),
  executor: z.string().optional(),
  isMine: z.boolean(),
  isLate: z.boolean(),
  isUrgent: z.boolean(),
  needsModerator: z.boolean(),
  reworkCount: z.number().int(),
});

const Answer = z.object({
  ordinal: z.number().int(),
  outcome: z.enum(OUTCOMES),
  text: z.string(),
  ground: z.string().optional(),
  plannedOn: z.string().optional(),
  at: moment,
  files: z.array(z.string()),
});

const FileLine = z.object({
  id: z.string(),
  kind: z.enum(['photo', 'document', 'voice', 'video']),
  mediaType: z.string().optional(),
  sizeBytes: z.number().optional(),
  isReady: z.boolean(),
});

const Happened = z.object({
  type: z.string(),
  what: z.string(),
  at: moment,
  text: z.string().optional(),
  place: z.string().optional(),
  files: z.array(z.string()).optional(),
});

export const Card = Line.extend({
  kind: z.enum(KINDS),
  text: z.string(),
  particulars: z.array(z.object({ question: z.string(), value: z.string() })),
  files: z.array(FileLine),
  answers: z.array(Answer),
  joiners: z.number().int(),
  incomingNumber: z.string().optional(),
  stars: z.number().int().optional(),
  history: z.array(Happened),
  acts: z.array(z.enum(OFFICE_ACTS)),
}).openapi('Appeal');

export const ListReply = z
  .object({
    appeals: z.array(Line.openapi('AppealLine')),
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
  })
  .openapi('List');
export const CardReply = z.object({ appeal: Card }).openapi('Case');
export const ActReply = z.object({ appeal: Card, remark: z.string().optional() }).openapi('Acted');
export const ContactReply = z
  .object({
    number: z.string(),
    name: z.string().optional(),
    phone: z.string().optional(),
    residence: z.string().optional(),
    email: z.string().optional(),
    onBehalfOf: z.object({ name: z.string(), residence: z.string() }).optional(),
    coAuthors: z.array(z.string()).optional(),
  })
  .openapi('Contact');
export const RefusalReply = z
  .object({
    refusal: z.string(),
    message: z.string(),
    fields: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
  })
  .openapi('Refusal');
