import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { loadCityPack } from './city-pack';
import { startClock } from './clock';
import { codeMaker } from './code-maker';
import type { Settings } from './config';
import { FolderFiles } from './folder-files';
import { createLog } from './log';
import { createMetrics, type Metrics } from './metrics';
import { connectMongo, type MongoStore } from './mongo/connect-mongo';
import { MongoApiTokens } from './mongo/mongo-api-tokens';
import { MongoAccountMoves } from './mongo/mongo-account-moves';
import { MongoAppeals } from './mongo/mongo-appeals';
import { MongoAudit } from './mongo/mongo-audit';
import { MongoCards } from './mongo/mongo-cards';
import { MongoCitizens } from './mongo/mongo-citizens';
import { MongoCodes } from './mongo/mongo-codes';
import { MongoDrafts } from './mongo/mongo-drafts';
import { MongoErasure } from './mongo/mongo-erasure';
import { MongoFigures } from './mongo/mongo-figures';
import { MongoFiles } from './mongo/mongo-files';
import { MongoMovedChats } from './mongo/mongo-moved-chats';
import { MongoNotices } from './mongo/mongo-notices';
import { MongoNumbers } from './mongo/mongo-numbers';
import { MongoOversight } from './mongo/mongo-oversight';
import { MongoPeople } from './mongo/mongo-people';
import { MongoPapers } from './mongo/mongo-papers';
import { MongoPersonalRecords } from './mongo/mongo-personal-records';
import { MongoOldRecords } from './mongo/mongo-retention';
import { MongoQuarantine } from './mongo/mongo-quarantine';
import { MongoWatches } from './mongo/mongo-watches';
import { MongoShownPictures } from './mongo/mongo-shown-pictures';
import { MongoSandboxClock } from './mongo/mongo-sandbox-clock';
import { MongoStaffGroups } from './mongo/mongo-staff-groups';
import { PdfPrinter } from './pdf-printer';
import { SharpPictures } from './pictures';
import { createJobs } from './queues';
import { connectRedis, type RedisLink } from './redis/connect-redis';
import { RedisBudget } from './redis/redis-budget';
import { RedisLease } from './redis/redis-lease';
import { RedisLimits } from './redis/redis-limits';
import { RedisSessionStore } from './redis/redis-session-store';
import { loadTexts } from './texts';
import type { Clock, Log } from '../use-cases/ports';

const FIRST_CONNECTION_MS = 60_000;

const recordsOf = (connection: Connection) => ({
  apiTokens: new MongoApiTokens(connection),
  accountMoves: new MongoAccountMoves(connection),
  appeals: new MongoAppeals(connection),
  audit: new MongoAudit(connection),
  cards: new MongoCards(connection),
  citizens: new MongoCitizens(connection),
  codes: new MongoCodes(connection),
  drafts: new MongoDrafts(connection),
  erasure: new MongoErasure(connection),
  movedChats: new MongoMovedChats(connection),
  notices: new MongoNotices(connection),
  numbers: new MongoNumbers(connection),
  oversight: new MongoOversight(connection),
  oldRecords: new MongoOldRecords(connection),
  watches: new MongoWatches(connection),
  people: new MongoPeople(connection),
  papers: new MongoPapers(connection),
  personalRecords: new MongoPersonalRecords(connection),
  quarantine: new MongoQuarantine(connection),
  shownPictures: new MongoShownPictures(connection),
  staffGroups: new MongoStaffGroups(connection),
});

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

/** Who steers and where the staff sits, from the settings until roles and departments are given. */
const staffOf = ({ staffChatId, moderatorIds }: Settings) => ({
  moderatorIds: new Set(moderatorIds.map((id) => `telegram-${id}`)),
  ...(staffChatId && { staffChat: { messenger: 'telegram', chatId: staffChatId } }),
});

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
  const close = async () => {
    stopClock();
    await jobs.close();
    await link.close();
    await mongo.close();
  };
  return {
    ...recordsOf(mongo.connection),
    ...staffOf(settings),
    files: settings.filesDir ? new FolderFiles(settings.filesDir) : new MongoFiles(mongo.connection),
    log,
    city,
    clock,
    jobs,
    textsFor: (language: string) => texts.for(language),
    pictures: new SharpPictures(),
    printer: new PdfPrinter(),
    sessions: new RedisSessionStore(link.redis),
    codeMaker,
    budget: metrics.counting(new RedisBudget(link.redis)),
    metrics,
    lease: new RedisLease(link.redis),
    limits: new RedisLimits(link.redis),
    isReady: async () => (await mongo.isReady()) && (await link.isReady()),
    close,
  };
}

export type Stores = Awaited<ReturnType<typeof openStores>>;
