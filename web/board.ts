import { createHash, timingSafeEqual } from 'node:crypto';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';

type WorkList = ConstructorParameters<typeof BullMQAdapter>[0];

const USER = 'operator';
const LEAST_CHARACTERS = 20;
const ASK = { 'www-authenticate': 'Basic realm="Vidhuk", charset="UTF-8"', 'cache-control': 'no-store' };

const digest = (words: string): Buffer => createHash('sha256').update(words).digest();

/** Whoever does not bring the password gets 401, whatever they ask for; comparing takes the same time for every guess. */
function guard(password: string): MiddlewareHandler {
  const expected = digest(`Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`);
  return async (context, next) => {
    const offered = digest(context.req.header('authorization') ?? '');
    return timingSafeEqual(offered, expected) ? next() : context.body(null, 401, ASK);
  };
}

/** The record is the database and a sweep makes every job again: there is nothing here to be changed by hand. */
const lookOnly: MiddlewareHandler = async ({ req, body }, next) =>
  ['GET', 'HEAD'].includes(req.method) ? next() : body(null, 405);

/** The work lists as a page, to be looked at only. Throws at once when the password is short. */
export function createBoard({ queues, password }: { queues: readonly WorkList[]; password: string }): Hono {
  if (password.length < LEAST_CHARACTERS)
    throw new Error(`The board's password must have ${LEAST_CHARACTERS} characters or more`);
  const adapter = new HonoAdapter(serveStatic);
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, { readOnlyMode: true })),
    // The two packages of the board are a patch apart and each brings its own types.
    serverAdapter: adapter as never,
    options: { uiConfig: { boardTitle: 'Vidhuk' } },
  });
  const app = new Hono();
  app.use('*', guard(password), lookOnly);
  app.route('/', adapter.registerPlugin());
  return app;
}
