import type { ServerType } from '@hono/node-server';

const LOOK_MS = 50;

/**
 * Takes no more connections and resolves when the requests under way have their answers, after `ms` in any case.
 * A connection kept alive is closed as soon as it is idle: who stands before us would go on sending through it.
 */
export function closeGently(server: ServerType, ms = 6000): Promise<void> {
  return new Promise((resolve) => {
    const { closeIdle, closeAll } = closersOf(server);
    const looking = setInterval(closeIdle, LOOK_MS);
    const late = setTimeout(closeAll, ms);
    server.close(() => {
      clearInterval(looking);
      clearTimeout(late);
      resolve();
    });
  });
}

const closersOf = (server: ServerType) =>
  'closeIdleConnections' in server
    ? { closeIdle: () => server.closeIdleConnections(), closeAll: () => server.closeAllConnections() }
    : { closeIdle: () => undefined, closeAll: () => undefined };
