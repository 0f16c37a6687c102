import { Hono } from 'hono';
import { inTrouble, type TroubleDeps } from './trouble';

export interface HealthDeps extends TroubleDeps {
  readonly isReady: () => Promise<boolean>;
}

/** `/health`: the process lives. `/ready`: its stores answer and its door is open. */
export function createHealth(deps: HealthDeps): Hono {
  const app = new Hono();
  app.get('/health', (context) => context.json({ status: 'alive' }));
  app.get('/ready', async (context) =>
    (await deps.isReady()) ? context.json({ status: 'ready' }) : context.json({ status: 'not ready' }, 503),
  );
  app.onError(inTrouble(deps));
  return app;
}
