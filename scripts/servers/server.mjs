import { freePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { logTail, startProcess, waitUntil } from './processes.mjs';

const TRIES = 3;
const LONGEST_LEFTOVER_MS = 20_000;

/**
 * Starts a server on a port nobody has and waits until it answers. A free port can be lost to somebody else
 * between choosing and listening, so a taken one is tried anew.
 * `command(port)` gives `[program, arguments]`; `isReady(port)` says whether it answers.
 * `handle.again()` starts it once more on the same port after it was killed.
 */
export async function startOnFreePort(server) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const handle = await startOn(port, server);
    if (handle) return { port, handle };
    const tail = logTail(server.logFile);
    if (attempt < TRIES && /in use/i.test(tail)) continue;
    throw new Problem(`${server.name} did not start.`, server.waysOut, tail);
  }
}

async function startOn(port, server) {
  const { name, logFile, command, isReady, stopSignal, timeoutMs } = server;
  const [program, args] = command(port);
  const handle = startProcess(name, program, args, { logFile, stopSignal });
  handle.isServer = await waitUntil(handle, () => isReady(port), timeoutMs);
  if (handle.isServer) return Object.assign(handle, { again: () => startAgain(port, server) });
  await handle.stop();
  return undefined;
}

/** A killed server's children may hold its data a moment longer. */
async function startAgain(port, server) {
  const until = Date.now() + LONGEST_LEFTOVER_MS;
  while (Date.now() < until) {
    const handle = await startOn(port, server);
    if (handle) return handle;
  }
  throw new Problem(`${server.name} did not start again.`, server.waysOut, logTail(server.logFile));
}
