import { join } from 'node:path';
import { Mongoose, type Connection } from 'mongoose';
import { startChatServer } from './chat-server';
import { openCityClock, type CityClock } from './city-clock';
import { readCityMap, type CityMap } from './city-map';
import type { Group } from './fake-telegram/group';
import { startFakeTelegram } from './fake-telegram/start';
import type { FakeTelegram } from './fake-telegram/telegram';
import { readWaiting } from './notices-view';
import { populate, type DepartmentGroups, type People } from './people';
import { freePort, runProgram, untilReady, type Running } from './processes';
import { emptyStores } from './reset';
import { playSeed } from './seed/examples';

export interface SandboxOptions {
  /** This database is emptied at the start, unless it is kept. */
  mongodbUri: string;
  /** The keys of ours in this Redis go with it. */
  redisUrl: string;
  port?: number;
  /** Says nothing; what a program wrote is told when it dies. */
  quiet?: boolean;
  shouldKeep?: boolean;
  say?: (line: string) => void;
}

export interface Sandbox {
  url: string;
  telegram: FakeTelegram;
  people: People;
  group: Group;
  mongodbUri: string;
  /** Moves the city’s clock; resolves when every process has had the time to notice. */
  moveClock: (ms: number) => Promise<void>;
  /** The city’s time now. */
  now: () => Date;
  /** Resolves with a sentence when a program ends by itself. */
  fallen: Promise<string>;
  stop: () => Promise<void>;
}

const FIRST_PORT = 8080;
const NOTICED_MS = 700;
const CITY_DIR = join(__dirname, '..', 'cities', 'sample');

type Ending = () => Promise<unknown>;

/** Starts the whole system without a token: the fake Telegram, the real bot and workers, and the page. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const endings: Ending[] = [];
  const stop = once(async () => {
    for (const end of endings.splice(0).reverse()) await end();
  });
  try {
    return await start(options, endings, stop);
  } catch (trouble) {
    await stop();
    throw trouble;
  }
}

function once(end: Ending): () => Promise<void> {
  let ending: Promise<unknown> | undefined;
  return async () => {
    await (ending ??= end());
  };
}

async function start(
  options: SandboxOptions,
  endings: Ending[],
  stop: () => Promise<void>,
): Promise<Sandbox> {
  const map = readCityMap(cityDir());
  const connection = await openStores(options, endings);
  const clock = await openCityClock(connection, map.timeZone);
  const telegram = await startTelegram(options, clock);
  endings.push(() => telegram.stop());
  const { people, group, departments } = populate(telegram);
  const programs = await startPrograms(options, { telegram, people, group }, endings);
  const moveClock = async (ms: number) => {
    await clock.moveBy(ms);
    await new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
  };
  const page = await startPage(options, {
    ...{ telegram, people, group, departments, clock, map, connection, moveClock },
  });
  endings.push(page.stop);
  return {
    url: `http://localhost:${page.port}`,
    ...{ telegram, people, group, mongodbUri: options.mongodbUri, moveClock, now: clock.now, stop },
    fallen: Promise.race(programs.map(({ ended }) => ended)),
  };
}

const cityDir = () => process.env['CITY_DIR'] || CITY_DIR;

async function openStores(options: SandboxOptions, endings: Ending[]): Promise<Connection> {
  const mongoose = new Mongoose({ autoCreate: false, autoIndex: false });
  const connection = mongoose.createConnection(options.mongodbUri, {
    serverSelectionTimeoutMS: 10_000,
    maxPoolSize: 4,
  });
  endings.push(() => connection.close());
  await connection.asPromise();
  if (!options.shouldKeep) await emptyStores(connection, options.redisUrl);
  return connection;
}

/** Kept records remember earlier messages: new ones get ids from where no earlier run has been. */
function startTelegram(options: SandboxOptions, clock: CityClock): Promise<FakeTelegram> {
  const seconds = Math.floor(Date.now() / 1000);
  return startFakeTelegram({
    now: clock.now,
    ...(options.shouldKeep && { firstMessageId: seconds - 1_700_000_000 }),
  });
}

interface Cast {
  telegram: FakeTelegram;
  people: People;
  group: Group;
}

async function startPrograms(options: SandboxOptions, cast: Cast, endings: Ending[]): Promise<Running[]> {
  const say = options.quiet ? () => undefined : (options.say ?? ((line: string) => console.log(line)));
  const botPort = await freePort();
  const env = environment(options, cast);
  const bot = runProgram('bot', 'bot/main.ts', { env: { ...env, PORT: String(botPort) }, say });
  const workers = runProgram('workers', 'workers/main.ts', { env, say });
  endings.push(() => Promise.all([bot.stop(), workers.stop()]));
  const fallen = workers.ended.then((how) => Promise.reject(new Error(how)));
  await Promise.race([untilReady(`http://127.0.0.1:${botPort}/ready`, bot), fallen]);
  fallen.catch(() => undefined);
  return [bot, workers];
}

const PASSED_ON = ['PATH', 'HOME', 'TZ', 'LANG', 'NODE_OPTIONS', 'SYSTEMROOT', 'TEMP', 'TMPDIR'];

function environment(options: SandboxOptions, { telegram, people, group }: Cast): Record<string, string> {
  const own = Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  ) as Record<string, string>;
  return {
    ...own,
    SANDBOX: '1',
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    BOT_MODE: 'polling',
    MONGODB_URI: options.mongodbUri,
    REDIS_URL: options.redisUrl,
    STAFF_CHAT_ID: String(group.id),
    MODERATOR_IDS: String(people.nataliia.id),
    CITY_DIR: cityDir(),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  };
}

interface PageParts extends Cast {
  departments: DepartmentGroups;
  clock: CityClock;
  map: CityMap;
  connection: Connection;
  moveClock: (ms: number) => Promise<void>;
}

async function startPage(options: SandboxOptions, parts: PageParts) {
  const { telegram, people, group, departments, clock, map, connection, moveClock } = parts;
  const port = options.port ?? (await freePort(FIRST_PORT));
  const deps = { telegram, clock, map, groupId: group.id, moveClock };
  return startChatServer(
    {
      ...deps,
      readWaiting: () => readWaiting(connection),
      seed: (say) =>
        playSeed({ telegram, people, group, departments, timeZone: map.timeZone, moveClock }, say),
    },
    port,
  );
}
