import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '..', '..', 'scripts', 'proof-servers.mjs');

interface Told {
  readonly problem?: string;
  readonly mongodbUri: string;
  readonly redisUrl: string;
}

/** A database and a Redis of a test's own; orders to the database, one at a time, are those of `scripts/proof-servers.mjs`. */
export async function startOwnServers() {
  const child = fork(SCRIPT, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  let said = '';
  child.stderr?.on('data', (line: Buffer) => (said = `${said}${line.toString()}`.slice(-2000)));
  const gone = once(child, 'exit');
  const fell = gone.then(() => Promise.reject(new Error(`the servers of the test ended:\n${said}`)));
  fell.catch(() => undefined);
  const hear = async (): Promise<Told> => {
    const [told] = (await Promise.race([once(child, 'message'), fell])) as [Told];
    return told;
  };
  const { mongodbUri, redisUrl } = await hear();
  return {
    stores: { mongodbUri, redisUrl },
    orderDatabase: async (order: 'fill' | 'ends' | 'kill' | 'start'): Promise<void> => {
      child.send({ id: order, order, server: 'database' });
      const { problem } = await hear();
      if (problem) throw new Error(problem);
    },
    stop: async () => {
      child.disconnect();
      await gone;
    },
  };
}

export type OwnServers = Awaited<ReturnType<typeof startOwnServers>>;
