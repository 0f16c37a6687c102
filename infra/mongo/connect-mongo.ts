import { Mongoose, type Connection } from 'mongoose';
import type { Log } from '../../use-cases/ports';
import { prepareIndexes } from './models';

export interface MongoStore {
  readonly connection: Connection;
  /** Answers a ping now. Never throws. */
  isReady(): Promise<boolean>;
  /** Resolves once the first connection stands, or throws after `ms`. */
  whenReady(ms: number): Promise<void>;
  /** Makes every index that is missing. */
  prepareIndexes(): Promise<void>;
  close(): Promise<void>;
}

const OPTIONS = {
  autoCreate: false,
  autoIndex: false,
  bufferCommands: false,
  sanitizeFilter: true,
  strict: 'throw',
  strictQuery: 'throw',
} as const;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 3000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface LinkOptions {
  readonly uri: string;
  readonly log: Log;
  readonly serverSelectionTimeoutMS?: number;
  readonly maxPoolSize?: number;
  readonly longestLookMs?: number;
}

/** The driver looks after its server every 10 s and gives up a look after 3 s. */
const LONGEST_LOOK_MS = 30_000;

/** Connects in the background and for ever: the process starts even when the database is away, and says so. */
export function connectMongo(options: LinkOptions): MongoStore {
  const mongoose = new Mongoose(OPTIONS);
  const connection = mongoose.createConnection();
  const state = { isClosed: false };
  const opened = keepOpening(connection, options, state);
  return {
    connection,
    isReady: () => answersPing(connection),
    whenReady: (ms) => within(opened, ms),
    prepareIndexes: () => prepareIndexes(connection),
    close: async () => {
      state.isClosed = true;
      await connection.close();
    },
  };
}

/**
 * A look of the driver at its server that never ends (seen of driver 7.8.0, when the database died as the look began):
 * without another it never finds the server again, so the link is opened anew.
 */
function openAnewWhenBlind(connection: Connection, options: LinkOptions, state: { isClosed: boolean }): void {
  const { log, longestLookMs = LONGEST_LOOK_MS } = options;
  const client = connection.getClient();
  let timer: NodeJS.Timeout | undefined;
  const openAnew = async () => {
    if (state.isClosed) return;
    client.removeAllListeners('serverHeartbeatStarted');
    log.error({}, 'the driver has lost sight of the database; the link is opened anew');
    await connection.close().catch(() => undefined);
    await keepOpening(connection, options, state);
  };
  const ends = () => clearTimeout(timer);
  client.on('serverHeartbeatStarted', () => {
    ends();
    timer = setTimeout(() => void openAnew(), longestLookMs).unref();
  });
  client.on('serverHeartbeatSucceeded', ends);
  client.on('serverHeartbeatFailed', ends);
}

async function keepOpening(
  connection: Connection,
  options: LinkOptions,
  state: { isClosed: boolean },
): Promise<void> {
  const { uri, log, serverSelectionTimeoutMS = 3000, maxPoolSize = 50 } = options;
  // `j` too: the driver would take a `journal=false` of the address before our `journal`.
  const writeConcern = { w: 'majority', journal: true, j: true } as const;
  for (let wait = FIRST_PAUSE_MS; !state.isClosed; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      const timeouts = { serverSelectionTimeoutMS, connectTimeoutMS: 3000, socketTimeoutMS: 20_000 };
      await connection.openUri(uri, { ...timeouts, maxPoolSize, writeConcern, bufferCommands: false });
      openAnewWhenBlind(connection, options, state);
      return;
    } catch (error) {
      log.warn({ problem: nameOf(error) }, 'the database is away, trying again');
      await pause(wait);
    }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

async function within(opened: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`MongoDB did not answer within ${ms} ms`)), ms);
  });
  await Promise.race([opened, late]).finally(() => clearTimeout(timer));
}

async function answersPing(connection: Connection): Promise<boolean> {
  try {
    await connection.db?.admin().ping();
    return Boolean(connection.db);
  } catch {
    return false;
  }
}
