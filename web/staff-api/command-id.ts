import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { Env } from './env';

const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').replace(/[_-]/g, 'x').slice(0, 20);

/** The same bytes have the same id, whoever sends them. */
export const contentId = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').replace(/[_-]/g, 'x').slice(0, 20);

/**
 * The id of the command a request carries: the same for the same key of the same person with the same act and words,
 * so that it acts once; another one each time without a key.
 */
export function commandIdOf(context: Context<Env>, given: unknown): string {
  const key = context.req.header('idempotency-key');
  if (!key) return `http-${hashOf(randomUUID())}`;
  return `http-${hashOf(context.get('actor').id, key, context.req.path, JSON.stringify(given))}`;
}
