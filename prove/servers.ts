import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';

export type Server = 'redis' | 'database';

/** A Redis and a MongoDB of the proof's own. */
export interface Servers {
  /** Which program keeps the record, with its version: a proof says what it was played on. */
  readonly engine: string;
  /** Addresses of an empty database and an empty Redis database under this number. */
  stores(number: number): { readonly mongodbUri: string; readonly redisUrl: string };
  /** SIGKILL. */
  kill(server: Server): Promise<void>;
  /** On the same port, with the data it left. */
  start(server: Server): Promise<void>;
  /** It finds no room on its disk while this is so. Linux only. */
  fillDisk(server: Server, isFull: boolean): Promise<void>;
  /** Waits until it has ended by itself; it is expected to, soon. */
  ends(server: Server): Promise<void>;
  /** Throws away what a killed Redis would read again. */
  wipeRedis(): Promise<void>;
  stop(): Promise<void>;
}

interface Told {
  readonly id?: number;
  readonly problem?: string;
  readonly mongodbUri: string;
  readonly redisUrl: string;
}

interface BuildInfo {
  readonly version: string;
  readonly ferretdb?: { readonly version: string };
}

/** What answers as MongoDB, by its own words. */
export const engineOf = ({ version, ferretdb }: BuildInfo): string =>
  ferretdb ? `FerretDB ${ferretdb.version.replace(/^v/, '')} over PostgreSQL` : `MongoDB ${version}`;

async function engineAt(mongodbUri: string): Promise<string> {
  const link = await mongoose.createConnection(mongodbUri).asPromise();
  try {
    return engineOf((await link.db!.admin().command({ buildInfo: 1 })) as unknown as BuildInfo);
  } finally {
    await link.close();
  }
}

const SCRIPT = join(__dirname, '..', 'scripts', 'proof-servers.mjs');

/** Of what a patient proof starts: enough that the others hardly feel it. */
export const NICENESS = 10;

/** Starts them in a process of their own, which ends with this one. */
export async function startServers(isPatient = false): Promise<Servers> {
  const child = fork(SCRIPT, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] });
  if (isPatient && child.pid) setPriority(child.pid, NICENESS);
  let problem = '';
  child.stderr?.on('data', (line: Buffer) => (problem = `${problem}${line.toString()}`.slice(-2000)));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the servers of the proof ended:\n${problem}`);
  });
  ended.catch(() => undefined);
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told];
  return obedient(child, { ...told, engine: await engineAt(told.mongodbUri) });
}

function obedient(
  child: ChildProcess,
  { mongodbUri, redisUrl, engine }: Told & Pick<Servers, 'engine'>,
): Servers {
  let orders = 0;
  const order = (name: string, server: Server) =>
    new Promise<void>((resolve, reject) => {
      orders += 1;
      const id = orders;
      const hear = (told: Told) => {
        if (told.id !== id) return;
        child.off('message', hear);
        if (told.problem) reject(new Error(told.problem));
        else resolve();
      };
      child.on('message', hear);
      child.send({ id, order: name, server });
    });
  return {
    engine,
    stores: (number) => ({
      mongodbUri: withPath(mongodbUri, `prove-${number}`),
      redisUrl: withPath(redisUrl, String(number)),
    }),
    kill: (server) => order('kill', server),
    start: (server) => order('start', server),
    fillDisk: (server, isFull) => order(isFull ? 'fill' : 'empty', server),
    ends: (server) => order('ends', server),
    wipeRedis: () => order('wipe', 'redis'),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

function withPath(url: string, path: string): string {
  const changed = new URL(url);
  changed.pathname = `/${path}`;
  return changed.href;
}
