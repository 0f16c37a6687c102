import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { Problem } from './problem.mjs';

/** Below those that systems give to outgoing connections, so that a killed server finds its port free when it starts again. */
const PORTS = [20_000, 32_000];

/** A TCP port of this machine that nobody listens on now. */
export async function freePort() {
  for (;;) {
    const port = randomInt(...PORTS);
    if (await canListen(port)) return port;
  }
}

function canListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

/** Throws a Problem when the person chose a port in PORT and somebody has it. */
export async function requirePort(port) {
  if (!port) return;
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new Problem(`PORT must be a number from 1 to 65535, it is "${port}".`, [
      'Set it right, for example: `PORT=8080 npm start`.',
      'Take PORT out of the environment and of .env: a free port is then chosen.',
    ]);
  }
  if (await canListen(Number(port))) return;
  throw new Problem(`port ${port} (from PORT) is taken by another program.`, [
    `Choose another one: \`PORT=${Number(port) + 1} npm start\`.`,
    `Stop the program that has it; \`lsof -i :${port}\` or \`ss -ltnp\` names it.`,
  ]);
}

/** Sends bytes to a local port and answers what came back first, or `undefined`. */
export function askPort(port, bytes, timeoutMs = 2000) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(timeoutMs, () => finish(undefined));
    socket.once('data', finish);
    socket.once('error', () => finish(undefined));
    socket.once('close', () => finish(undefined));
  });
}
