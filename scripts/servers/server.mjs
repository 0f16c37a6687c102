import { freePort } from './ports.mjs';
import { Problem } from './problem.mjs';
import { logTail, startProcess, waitUntil } from './processes.mjs';

const TRIES = 3;

/**
 * Starts a server on a port nobody has and waits until it answers. A free port can be lost to somebody else
 * between choosing and listening, so a taken one is tried anew.
 * `command(port)` gives `[program, arguments]`; `isReady(port)` says whether it answers.
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

async function startOn(port, { name, logFile, command, isReady, stopSignal, timeoutMs }) {
  const [program, args] = command(port);
  const handle = startProcess(name, program, args, { logFile, stopSignal });
  handle.isServer = await waitUntil(handle, () => isReady(port), timeoutMs);
  if (handle.isServer) return handle;
  await handle.stop();
  return undefined;
}
