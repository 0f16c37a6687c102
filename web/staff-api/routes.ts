import { createRoute, z } from '@hono/zod-openapi';
import {
  ActHeaders, ActReply, AnswerBody, AnswerForm, AskBody, AskForm, CardReply, ContactBody, ContactReply,
  ExtensionBody, FileParams, ListQuery, ListReply, NumberParam, RefusalReply, WordsBody,
} from './shapes'; // prettier-ignore

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });
const reply = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: json(schema),
});
const no = (description: string) => reply(RefusalReply, description);

const security = [{ token: [] }];
const OF_DOOR = { 401: no('Token unknown, past or revoked.'), 429: no('Too often.') };
const ABOUT_ONE = { ...OF_DOOR, 404: no('No such appeal.'), 422: no('What was sent cannot be read.') };
const OF_ACT = {
  ...ABOUT_ONE,
  403: no('Not yours to do.'),
  409: no('Not as things stand: the word says why.'),
  413: no('Too big.'),
  415: no('Neither JSON nor a form.'),
};

export const listRoute = createRoute({
  method: 'get',
  path: '/appeals',
  summary: 'What I have in hand, or what waits in my department; the most urgent first.',
  security,
  request: { query: ListQuery },
  responses: { ...OF_DOOR, 200: reply(ListReply, 'A page.'), 403: no('Not your department.'), 422: no('Wrong filter.') }, // prettier-ignore
});

export const cardRoute = createRoute({
  method: 'get',
  path: '/appeals/{number}',
  summary: 'One appeal with its history; no name, phone or address.',
  security,
  request: { params: NumberParam },
  responses: { ...ABOUT_ONE, 200: reply(CardReply, 'The appeal.') },
});

export const fileRoute = createRoute({
  method: 'get',
  path: '/appeals/{number}/files/{file}',
  summary: 'Our copy of a photo or document.',
  security,
  request: { params: FileParams },
  responses: {
    ...ABOUT_ONE,
    200: { description: 'The file.', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } }, // prettier-ignore
    403: no('Not yours to see.'),
  },
});

const bodiless = { params: NumberParam, headers: ActHeaders };
const withJson = <T extends z.ZodType>(schema: T) => ({
  ...bodiless,
  body: { required: true as const, content: json(schema) },
});
const withForm = <J extends z.ZodType, F extends z.ZodType>(schema: J, form: F) => ({
  ...bodiless,
  body: { content: { ...json(schema), 'multipart/form-data': { schema: form } } },
});

const ACTED = { ...OF_ACT, 200: reply(ActReply, 'Done, or done before by the same key.') };

export const takeRoute = createRoute({
  method: 'post',
  path: '/appeals/{number}/take',
  summary: 'Take it; taking what you have changes nothing.',
  security,
  request: bodiless,
  responses: ACTED,
});

export const answerRoute = createRoute({
  method: 'post',
  path: '/appeals/{number}/answer',
  summary: 'Answer the citizen: `refused` needs a ground, `planned` a day. With files send a form.',
  security,
  request: withForm(AnswerBody, AnswerForm),
  responses: ACTED,
});

export const askRoute = createRoute({
  method: 'post',
  path: '/appeals/{number}/ask',
  summary: 'Ask the citizen; the term does not stop. With files send a form.',
  security,
  request: withForm(AskBody, AskForm),
  responses: ACTED,
});

export const forwardRoute = createRoute({
  method: 'post',
  path: '/appeals/{number}/forward',
  summary: 'Pass it to the body it belongs to, named in the text (moderators). The law gives five days.',
  security,
  request: withJson(WordsBody),
  responses: ACTED,
});

export const delayRoute = createRoute({
  method: 'post',
  path: '/appeals/{number}/delay',
  summary: 'Tell the citizen why it is late.',
  security,
  request: withJson(WordsBody),
  responses: ACTED,
});

export const extensionRoute = createRoute({
  method: 'post',
  path: '/appeals/{number}/extension',
  summary: 'Ask the head for more time, up to a day, 45 days from registration in all.',
  security,
  request: withJson(ExtensionBody),
  responses: ACTED,
});

export const contactRoute = createRoute({
  method: 'post',
  path: '/appeals/{number}/contact',
  summary:
    'Who wrote it: for the one who has the case, their head and the controller; the reason is recorded.',
  security,
  request: withJson(ContactBody),
  responses: { ...OF_ACT, 200: reply(ContactReply, 'The contact.') },
});
