import type { Hono } from 'hono';
import { createHealth } from './health';

const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

export interface OperationsDeps {
  readonly isReady: () => Promise<boolean>;
  readonly readMetrics: () => Promise<string>;
}

/** For the operator's own network: `/metrics` for Prometheus, `/health` and `/ready`. */
export function createOperations({ isReady, readMetrics }: OperationsDeps): Hono {
  const app = createHealth(isReady);
  app.get('/metrics', async (context) =>
    context.body(await readMetrics(), 200, { 'content-type': PROMETHEUS_TEXT }),
  );
  return app;
}
