import { join } from 'node:path';
import { createAlarmPost } from './alarm-post';
import { loadCityPack } from './city-pack';
import { startClock } from './clock';
import { codeMaker } from './code-maker';
import type { Settings } from './config';
import { FolderFiles } from './folder-files';
import { createLog } from './log';
import { createMetrics, type Metrics } from './metrics';
import { recordsOf } from './mongo/all-records';
import { connectMongo, type MongoStore } from './mongo/connect-mongo';
import { MongoFigures } from './mongo/mongo-figures';
import { MongoFiles } from './mongo/mongo-files';
import { MongoSandboxClock } from './mongo/mongo-sandbox-clock';
import { PdfPrinter } from './pdf-printer';
import { SharpPictures } from './pictures';
import { createJobs } from './queues';
import { connectRedis, type RedisLink } from './redis/connect-redis';
import { RedisBudget } from './redis/redis-budget';
import { RedisLease } from './redis/redis-lease';
import { RedisLimits } from './redis/redis-limits';
import { RedisSessionStore } from './redis/redis-session-store';
import { loadTexts } from './texts';
import type { Clock, Lease, Log } from '../use-cases/ports';

const FIRST_CONNECTION_MS = 60_000;

function clockOf({ isSandbox }: Settings, { connection }: MongoStore, log: Log) {
  const sandboxClock = new MongoSandboxClock(connection);
  return startClock({ log, ...(isSandbox && { readOffset: () => sandboxClock.readOffset() }) });
}

function metricsOf(mongo: MongoStore, link: RedisLink, clock: Clock): Metrics {
  const figures = new MongoFigures(mongo.connection);
  return createMetrics({
    storesUp: async () => ({ mongodb: await mongo.isReady(), redis: await link.isReady() }),
    readFigures: () => figures.read(clock()),
  });
}

/** Who steers, where the staff sits and by which doors it works, from the settings. */
const staffOf = ({ staffChatId, moderatorIds, staffApi }: Settings) => ({
  hasStaffApi: staffApi.port !== undefined,
  moderatorIds: new Set(moderatorIds.map((id) => `telegram-${id}`)),
  ...(staffChatId && { staffChat: { messenger: 'telegram', chatId: staffChatId } }),
});

/** Where alarms go besides the messenger, from the settings. */
const outsideOf = ({ alarmUrl: url }: Settings, to: { log: Log; lease: Lease }) =>
  url ? { tellOutside: createAlarmPost({ url, ...to }) } : {};

/** Opens everything a process of ours stands on: the record, the work list, the city's facts and the texts. */
export async function openStores(settings: Settings, processName: string) {
  const log = createLog({ level: settings.logLevel, process: processName });
  const city = loadCityPack(settings.cityDir);
  const texts = loadTexts(join(__dirname, '..', 'locales'), { timeZone: city.timeZone, log });
  const mongo = connectMongo({ uri: settings.mongodbUri, log });
  const link = connectRedis({ url: settings.redisUrl, log });
  await mongo.whenReady(FIRST_CONNECTION_MS);
  await link.whenReady(FIRST_CONNECTION_MS);
  await mongo.prepareIndexes();
  const { clock, stop: stopClock } = await clockOf(settings, mongo, log);
  const jobs = createJobs({ redisUrl: settings.redisUrl, log });
  const metrics = metricsOf(mongo, link, clock);
  const lease = new RedisLease(link.redis);
  const close = async () => {
    stopClock();
    await jobs.close();
    await link.close();
    await mongo.close();
  };
  return {
    ...recordsOf(mongo.connection),
    ...staffOf(settings),
    ...outsideOf(settings, { log, lease }),
    files: settings.filesDir ? new FolderFiles(settings.filesDir) : new MongoFiles(mongo.connection),
    ...{ log, city, clock, jobs },
    textsFor: (language: string) => texts.for(language),
    pictures: new SharpPictures(),
    printer: new PdfPrinter(),
    sessions: new RedisSessionStore(link.redis),
    codeMaker,
    budget: metrics.counting(new RedisBudget(link.redis)),
    metrics,
    lease,
    limits: new RedisLimits(link.redis),
    isReady: async () => (await mongo.isReady()) && (await link.isReady()),
    close,
  };
}

export type Stores = Awaited<ReturnType<typeof openStores>>;
