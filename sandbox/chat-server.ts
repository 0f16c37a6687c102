import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { CityClock } from './city-clock';
import type { CityMap } from './city-map';
import type { Change } from './fake-telegram/changes';
import type { FakeTelegram } from './fake-telegram/telegram';
import type { Waiting } from './notices-view';
import { ACTION, SAMPLE_PHOTOS, act } from './page-actions';
import { describeChange, describeWorld } from './page-state';
import { describePeople } from './people';

export interface PageDeps {
  telegram: FakeTelegram;
  clock: CityClock;
  map: CityMap;
  groupId: number;
  moveClock: (ms: number) => Promise<void>;
  readWaiting: () => Promise<Waiting>;
  /** Plays a few stories through the bot; tells each step. */
  seed: (say: (step: string) => void) => Promise<void>;
}

const PAGE_DIR = join(__dirname, 'page');
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
};
const SECURITY = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
/** Tells one run of the sandbox from another: messages of an earlier one are gone. */
const STARTED_AT = Date.now();
const HEARTBEAT_MS = 10_000;
const LONGEST_MOVE_MS = 400 * 24 * 3600 * 1000;
const MOVE = z.object({ byMs: z.number().int().min(0).max(LONGEST_MOVE_MS) });

/** The page and what it asks for; listens on this machine only. */
export async function startChatServer(
  deps: PageDeps,
  port: number,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const app = createApp(deps);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (info) =>
      resolve({ port: info.port, stop: () => close(server as Server) }),
    );
    server.once('error', reject);
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

export function createApp(deps: PageDeps): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  app.get('/', () => sendPage('index.html'));
  app.get('/page/:file', (context) => sendPage(context.req.param('file')));
  app.get('/page/photos/:file', (context) => sendPage(`photos/${context.req.param('file')}`));
  app.get('/api/files/:id', (context) => sendFile(deps, context));
  app.get('/api/events', (context) => streamEvents(deps, context));
  app.get('/api/waiting', async (context) => context.json(await deps.readWaiting()));
  app.post('/api/act', (context) => answer(context, ACTION, (action) => act(deps.telegram, action)));
  app.post('/api/clock', (context) => answer(context, MOVE, ({ byMs }) => move(deps, byMs)));
  app.post('/api/seed', (context) => answer(context, z.object({}), () => seedOnce(deps)));
  return app;
}

async function sendPage(file: string): Promise<Response> {
  if (!/^(photos\/)?[a-z-]+\.(html|css|js|svg|jpg)$/.test(file))
    return new Response('not found', { status: 404 });
  const bytes = await readFile(join(PAGE_DIR, file)).catch(() => undefined);
  if (!bytes) return new Response('not found', { status: 404 });
  const type = TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return new Response(bytes, { headers: { 'content-type': type } });
}

function sendFile({ telegram }: PageDeps, context: Context): Response {
  const file = telegram.fileBytes(context.req.param('id') ?? '');
  if (!file) return new Response('not found', { status: 404 });
  const isPicture = /^image\/(jpeg|png|gif|webp)$/.test(file.mime);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': isPicture ? file.mime : 'application/octet-stream',
      'cache-control': 'private, max-age=3600',
      ...(!isPicture && {
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      }),
    },
  });
}

async function answer<T>(context: Context, shape: z.ZodType<T>, perform: (asked: T) => Promise<unknown>) {
  if (!context.req.header('content-type')?.startsWith('application/json')) {
    return context.json({ error: 'JSON only' }, 415);
  }
  const asked = shape.safeParse(await context.req.json().catch(() => undefined));
  if (!asked.success) return context.json({ error: z.prettifyError(asked.error) }, 400);
  try {
    return context.json((await perform(asked.data)) ?? {});
  } catch (trouble) {
    return context.json({ error: trouble instanceof Error ? trouble.message : String(trouble) }, 422);
  }
}

async function move(deps: PageDeps, byMs: number) {
  await deps.moveClock(byMs);
  return describeClock(deps);
}

const describeClock = ({ clock }: PageDeps) => ({ offsetMs: clock.offsetMs(), now: clock.now().getTime() });

const seeding = new WeakMap<PageDeps, Promise<unknown>>();

/** A second press waits for the first one. */
async function seedOnce(deps: PageDeps): Promise<{ steps: string[] }> {
  const steps: string[] = [];
  const running = seeding.get(deps) ?? deps.seed((step) => steps.push(step));
  seeding.set(deps, running);
  await running.finally(() => seeding.delete(deps));
  return { steps };
}

/** First the whole world, then each change; a page that lost the line gets the whole again. */
function streamEvents(deps: PageDeps, context: Context): Response {
  return streamSSE(context, async (stream) => {
    const send = (event: string, body: unknown) => stream.writeSSE({ event, data: JSON.stringify(body) });
    let line = send('world', snapshot(deps));
    const tell = (event: string, body: unknown) => {
      line = line.then(() => send(event, body)).catch(() => undefined);
    };
    const unsubscribe = deps.telegram.subscribe((change: Change) =>
      tell('change', describeChange(deps.telegram, change)),
    );
    let clock = deps.clock.offsetMs();
    const watch = setInterval(() => {
      if (clock === deps.clock.offsetMs()) return;
      clock = deps.clock.offsetMs();
      tell('clock', describeClock(deps));
    }, 200);
    const heartbeat = setInterval(() => tell('heartbeat', {}), HEARTBEAT_MS);
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    clearInterval(heartbeat);
    clearInterval(watch);
    unsubscribe();
  });
}

function snapshot(deps: PageDeps) {
  return {
    ...describeWorld(deps.telegram),
    people: describePeople(),
    startedAt: STARTED_AT,
    groupId: deps.groupId,
    clock: describeClock(deps),
    map: deps.map,
    samplePhotos: SAMPLE_PHOTOS,
  };
}
