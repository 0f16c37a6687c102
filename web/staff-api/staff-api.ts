import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { addActs, type ActDeps } from './acts';
import { known, speaking, type CallerDeps } from './caller';
import type { Env } from './env';
import { addReading, type ReadingDeps } from './reading';
import { refuse } from './refuse';

export type StaffApiDeps = CallerDeps & ReadingDeps & ActDeps & { readonly isStoreUnavailable: (error: unknown) => boolean }; // prettier-ignore

const WORDS_BYTES = 128 * 1024;
const FILES_BYTES = 25 * 1024 * 1024;
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Vidhuk: staff API', version: '1', description: 'docs/staff-api.md tells how to begin.' },
  servers: [{ url: '/staff' }],
};
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};
const CODES = { 400: ['unreadable', 400], 415: ['wrong_type', 415] } as const;

const atMost = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (context: Context<Env>) => refuse(context, 413, 'too_big') });

/** What brings words says of which kind they are. */
const saying: MiddlewareHandler<Env> = async (context, next) =>
  context.req.header('content-type') ? next() : refuse(context, 415, 'wrong_type');

/** The door of the staff over HTTP: the same use cases as in the staff chats, with a token for a name. Below `/staff`. */
export function createStaffApi(deps: StaffApiDeps): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const fields = result.error.issues.flatMap(({ path, message, ...issue }) => {
        const keys = 'keys' in issue && Array.isArray(issue.keys) ? issue.keys : [undefined];
        return keys.map((key) => ({ path: [...path, key].filter((part) => part !== undefined).join('.'), problem: message })); // prettier-ignore
      });
      return refuse(context, 422, 'invalid', fields);
    },
  });
  const about = '/appeals/:number';
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  });
  app.use(speaking(deps));
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  app.doc31('/openapi.json', DOCUMENT);
  app.use('/appeals/*', known(deps));
  app.use(`${about}/answer`, saying, atMost(FILES_BYTES));
  app.use(`${about}/ask`, saying, atMost(FILES_BYTES));
  for (const act of ['take', 'forward', 'delay', 'extension', 'contact'])
    app.use(`${about}/${act}`, atMost(WORDS_BYTES));
  addReading(app, deps);
  addActs(app, deps);
  app.notFound((context) => refuse(context, 404, 'no_such_page'));
  app.onError((error, context) => {
    if (error instanceof HTTPException) {
      const [word, code] = CODES[error.status as keyof typeof CODES] ?? CODES[400];
      return refuse(context, code, word);
    }
    const isAway = deps.isStoreUnavailable(error);
    deps.log.error({ path: context.req.routePath, problem: error.name }, 'the staff API failed');
    return refuse(context, isAway ? 503 : 500, 'trouble');
  });
  return app;
}
