import { Hono } from 'hono';

/** `/health`: the process lives. `/ready`: its stores answer and its door is open. */
export function createHealth(isReady: () => Promise<boolean>): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: 'alive' }));
  app.get('/ready', async (context) =>
    (await isReady()) ? context.json({ status: 'ready' }) : context.json({ status: 'not ready' }, 503),
  );
  return app;
}
