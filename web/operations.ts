import type { Hono } from 'hono';
import { createHealth, type HealthDeps } from './health';

const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

export interface OperationsDeps extends HealthDeps {
  readonly readMetrics: () => Promise<string>;
}

/** For the operator's own network: `/metrics` for Prometheus, `/health` and `/ready`. */
export function createOperations(deps: OperationsDeps): Hono {
  const app = createHealth(deps);
  app.get('/metrics', async (context) =>
    context.body(await deps.readMetrics(), 200, { 'content-type': PROMETHEUS_TEXT }),
  );
  return app;
}
