import { setTimeout as pause } from 'node:timers/promises';
import Redis from 'ioredis';
import mongoose, { type Connection } from 'mongoose';
import { startBalancer } from './balancer';
import { aWireTo } from './wire';
import { freePort, runProgram, untilReady, type Running } from './processes';
import { startFakeTelegram, type FakeTelegramOptions } from './fake-telegram/start';

/** A Monday morning in the city: notices go out at once, terms are the same in every run. */
export const MONDAY_MORNING = new Date('2026-11-23T10:00:00+02:00');

export interface TownOptions extends FakeTelegramOptions {
  readonly bots?: number;
  readonly workers?: number;
  readonly mode?: 'polling' | 'webhook';
  readonly hasTopics?: boolean;
  readonly startsAt?: Date;
  /** Puts wires that can be hurt between the processes and their stores and the messenger: `town.wires`. */
  readonly isWired?: boolean;
  /** Servers of one's own instead of those of the settings; the database's name is the caller's. */
  readonly stores?: { readonly mongodbUri: string; readonly redisUrl: string };
  /** More settings for the processes, or others than the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Of the processes: more leaves others more of the machine. */
  readonly niceness?: number;
  /** No officials' group: every notice goes to a private chat. */
  readonly hasNoStaff?: boolean;
  /** Lines of the processes' logs, for a look at what went wrong. */
  readonly onLog?: (line: string) => void;
}

/** One of the product's programs, or another version of it. */
export interface Program {
  readonly file: string;
  /** More settings than the town's. */
  readonly settings?: Readonly<Record<string, string>>;
}

const AT_WORK = /"the (bot is|workers are) at work"/;
const SECRET = 'a-secret-of-the-sandbox-only';
const SHARED_REDIS_DATABASES = 900;

const required = (name: string): string => {
  const value = process.env[name];
  if (!value)
    throw new Error(
      `${name} is not set: run the tests with npm test, or start the servers with node scripts/services.mjs`,
    );
  return value;
};

/** An empty database, and a Redis database no other town of these servers uses now. */
async function ownDatabases() {
  const counter = new Redis(required('REDIS_URL'));
  const number = await counter.incr('vidhuk:towns');
  counter.disconnect();
  const name = `town-${Math.floor(Math.random() * 1e9).toString(36)}`;
  const mongodb = new URL(required('MONGODB_URI'));
  mongodb.pathname = `/${name}`;
  const redis = new URL(required('REDIS_URL'));
  redis.pathname = `/${1 + (number % SHARED_REDIS_DATABASES)}`;
  return { mongodbUri: mongodb.toString(), redisUrl: redis.toString() };
}

/** The programs of the product: as source, or as built where somebody built them, which start sooner. */
const programFile = (name: string) =>
  process.env['RUN_BUILT'] === '1' ? `dist/${name}/main.js` : `${name}/main.ts`;

/** Starts a process; `isAtWork` resolves once it says that it is at work, or has ended. */
function launch(file: string, env: Record<string, string>, { onLog, niceness = 0 }: TownOptions) {
  let atWork = () => {};
  const saysSo = new Promise<void>((resolve) => {
    atWork = resolve;
  });
  const say = (line: string) => (AT_WORK.test(line) ? atWork() : onLog?.(line));
  const program = runProgram(file, file, {
    env: { ...(process.env as Record<string, string>), ...env },
    niceness,
    say,
  });
  return { program, isAtWork: Promise.race([saysSo, program.ended]) };
}

/** The whole product as real processes on real servers, before a strict fake of the messenger, in databases of its own. */
export async function startTown(options: TownOptions = {}) {
  const {
    bots = 1,
    workers = 1,
    mode = 'polling',
    hasTopics = true,
    startsAt = MONDAY_MORNING,
    isWired = false,
    stores = await ownDatabases(),
    settings = {},
    hasNoStaff = false,
    ...fake
  } = options;
  let offsetMs = startsAt.getTime() - Date.now();
  const telegram = await startFakeTelegram({
    retryBaseMs: 100,
    now: () => new Date(Date.now() + offsetMs),
    ...fake,
  });
  const petro = telegram.person({ firstName: 'Петро', lastName: 'Гончар', languageCode: 'uk' });
  const iryna = telegram.person({ firstName: 'Ірина', lastName: 'Бойко', languageCode: 'uk' });
  const group = telegram.group({
    title: 'Звернення',
    isForum: hasTopics,
    members: [petro, iryna],
    botIsAdmin: true,
  });
  const mongo: Connection = await mongoose.createConnection(stores.mongodbUri).asPromise();
  const redis = new Redis(stores.redisUrl);
  await redis.flushdb();
  const moveClockTo = async (ms: number) => {
    offsetMs = ms;
    await mongo
      .collection<{ _id: string }>('sandbox')
      .updateOne({ _id: 'clock' }, { $set: { offsetMs } }, { upsert: true });
  };
  await moveClockTo(offsetMs);

  const doors: { bot: Running; port: number }[] = [];
  const livePorts = () => doors.filter(({ bot }) => !bot.hasEnded()).map(({ port }) => port);
  const balancer = await startBalancer(livePorts);
  const wires = isWired
    ? {
        mongodb: await aWireTo(stores.mongodbUri),
        redis: await aWireTo(stores.redisUrl),
        telegram: await aWireTo(telegram.apiRoot),
      }
    : undefined;
  const env = {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: wires ? wires.telegram.url : telegram.apiRoot,
    MONGODB_URI: wires ? wires.mongodb.url : stores.mongodbUri,
    REDIS_URL: wires ? wires.redis.url : stores.redisUrl,
    BOT_MODE: mode,
    ...(!hasNoStaff && { STAFF_CHAT_ID: String(group.id) }),
    MODERATOR_IDS: String(iryna.id),
    LOG_LEVEL: 'info',
    SANDBOX: '1',
    ...(mode === 'webhook' && { WEBHOOK_SECRET: SECRET, WEBHOOK_URL: balancer.url }),
    ...settings,
  };
  const running: Running[] = [];
  const startAtWork = async (file: string, more?: Readonly<Record<string, string>>): Promise<Running> => {
    const { program, isAtWork } = launch(file, { ...env, ...more }, options);
    running.push(program);
    await isAtWork;
    return program;
  };
  const startBot = async (program: Program = { file: programFile('bot') }): Promise<Running> => {
    const port = await freePort();
    const bot = await startAtWork(program.file, { ...program.settings, PORT: String(port) });
    doors.push({ bot, port });
    await untilReady(`http://127.0.0.1:${port}/ready`, bot);
    return bot;
  };
  const startWorker = (): Promise<Running> => startAtWork(programFile('workers'));
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()));
    await telegram.stop();
    await balancer.stop();
    if (wires) await Promise.all(Object.values(wires).map((wire) => wire.close()));
    try {
      await mongo.dropDatabase();
      await redis.flushdb();
    } finally {
      await mongo.close();
      redis.disconnect();
    }
  };
  const start = async () => ({
    botProcesses: await Promise.all(Array.from({ length: bots }, () => startBot())),
    workerProcesses: await Promise.all(Array.from({ length: workers }, startWorker)),
  });
  const { botProcesses, workerProcesses } = await start().catch(async (trouble: unknown) => {
    await stop().catch(() => undefined);
    throw trouble;
  });

  return {
    telegram,
    petro,
    iryna,
    group,
    mongo,
    redis,
    env,
    wires,
    /** The webhook's address before all bots, each bot's own port, and the secret they ask for. */
    door: { url: balancer.url, portsOf: () => livePorts(), secret: SECRET },
    startBot,
    startWorker,
    botProcesses,
    workerProcesses,
    now: () => new Date(Date.now() + offsetMs),
    /** Moves the business clock of every process; they notice within half a second. */
    moveClock: async (ms: number) => {
      await moveClockTo(offsetMs + ms);
      await pause(700);
    },
    stop,
  };
}

export type Town = Awaited<ReturnType<typeof startTown>>;
