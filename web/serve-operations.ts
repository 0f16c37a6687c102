import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { closeGently } from './close-gently';
import type { HealthDeps } from './health';
import { createOperations } from './operations';

interface Settings {
  readonly operations: { readonly host: string; readonly port?: number };
}

interface Stores extends HealthDeps {
  readonly metrics: { readonly withProcess: () => void; readonly text: () => Promise<string> };
}

/** Listens until the returned function is called; what is under way is answered first. */
export function listen(app: Hono, at: { host: string; port: number }): () => Promise<void> {
  const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port });
  return () => closeGently(server);
}

/** Opens the operator's port of a process, if the settings name one, and resolves to its end. */
export function serveOperations({ operations }: Settings, stores: Stores): () => Promise<void> {
  const { host, port } = operations;
  if (!port) return () => Promise.resolve();
  const { metrics } = stores;
  metrics.withProcess();
  return listen(createOperations({ ...stores, readMetrics: metrics.text }), { host, port });
}
