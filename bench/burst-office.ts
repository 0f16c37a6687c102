import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { loadCityPack } from '../infra/city-pack';
import { connectMongo } from '../infra/mongo/connect-mongo';
import { MongoAccountMoves } from '../infra/mongo/mongo-account-moves';
import { MongoAppeals } from '../infra/mongo/mongo-appeals';
import { MongoCards } from '../infra/mongo/mongo-cards';
import { MongoCitizens } from '../infra/mongo/mongo-citizens';
import { MongoDrafts } from '../infra/mongo/mongo-drafts';
import { MongoFiles } from '../infra/mongo/mongo-files';
import { MongoMovedChats } from '../infra/mongo/mongo-moved-chats';
import { MongoNotices } from '../infra/mongo/mongo-notices';
import { MongoOversight } from '../infra/mongo/mongo-oversight';
import { MongoWatches } from '../infra/mongo/mongo-watches';
import { MongoNumbers } from '../infra/mongo/mongo-numbers';
import { MongoPersonalRecords } from '../infra/mongo/mongo-personal-records';
import { MongoPeople } from '../infra/mongo/mongo-people';
import { MongoQuarantine } from '../infra/mongo/mongo-quarantine';
import { MongoShownPictures } from '../infra/mongo/mongo-shown-pictures';
import { MongoStaffGroups } from '../infra/mongo/mongo-staff-groups';
import { MongoPapers } from '../infra/mongo/mongo-papers';
import { PdfPrinter } from '../infra/pdf-printer';
import { SharpPictures } from '../infra/pictures';
import { connectRedis } from '../infra/redis/connect-redis';
import { RedisBudget } from '../infra/redis/redis-budget';
import { isStoreUnavailable } from '../infra/store-unavailable';
import { loadTexts } from '../infra/texts';
import { createTelegramMessenger } from '../messengers/telegram/telegram';
import { startFakeTelegram } from '../sandbox/fake-telegram/start';
import { MONDAY_MORNING } from '../sandbox/town';
import type { Jobs, Log } from '../use-cases/ports';
import type { WorkerDeps } from '../workers/worker-deps';

const ROOT = join(__dirname, '..');
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
export interface Burst {
  readonly appeals: number;
  readonly hasTopics: boolean;
  readonly mongodbUri: string;
  readonly redisUrl: string;
}

/** A clock that goes on only when somebody waits. */
class Rehearsal implements Jobs {
  ms = MONDAY_MORNING.getTime();
  private wakeAt = Infinity;

  expandAppeal = (): Promise<void> => Promise.resolve();

  deliverTo(_chat: unknown, afterMs = 0): Promise<void> {
    this.wakeAt = Math.min(this.wakeAt, this.ms + afterMs);
    return Promise.resolve();
  }

  goOn(): void {
    this.ms = Number.isFinite(this.wakeAt) ? Math.max(this.wakeAt, this.ms + 1) : this.ms + 1000;
    this.wakeAt = Infinity;
  }
}

async function openOwnStores({ mongodbUri, redisUrl }: Burst) {
  const name = `burst-${randomBytes(5).toString('hex')}`;
  const uri = new URL(mongodbUri);
  uri.pathname = `/${name}`;
  const mongo = connectMongo({ uri: uri.href, log: silent });
  const link = connectRedis({ url: redisUrl, log: silent });
  await Promise.all([mongo.whenReady(20_000), link.whenReady(20_000)]);
  await mongo.prepareIndexes();
  const close = async () => {
    await mongo.connection.dropDatabase();
    for await (const keys of link.redis.scanStream({ match: `${name}:*` }))
      if ((keys as string[]).length > 0) await link.redis.del(...(keys as string[]));
    await Promise.all([mongo.close(), link.close()]);
  };
  return { connection: mongo.connection, redis: link.redis, prefix: `${name}:`, close };
}

const recordsIn = (connection: Connection) => ({
  accountMoves: new MongoAccountMoves(connection),
  appeals: new MongoAppeals(connection),
  cards: new MongoCards(connection),
  shownPictures: new MongoShownPictures(connection),
  citizens: new MongoCitizens(connection),
  drafts: new MongoDrafts(connection),
  files: new MongoFiles(connection),
  movedChats: new MongoMovedChats(connection),
  notices: new MongoNotices(connection),
  oversight: new MongoOversight(connection),
  watches: new MongoWatches(connection),
  numbers: new MongoNumbers(connection),
  papers: new MongoPapers(connection),
  personalRecords: new MongoPersonalRecords(connection),
  people: new MongoPeople(connection),
  quarantine: new MongoQuarantine(connection),
  staffGroups: new MongoStaffGroups(connection),
});

/** The workers' own code on real stores, before the strict messenger, by a clock that goes on only when somebody waits. */
export async function openOffice(burst: Burst) {
  const rehearsal = new Rehearsal();
  const clock = () => new Date(rehearsal.ms);
  const stores = await openOwnStores(burst);
  const telegram = await startFakeTelegram({ limitsTime: () => rehearsal.ms, now: clock });
  const members = [telegram.person({ firstName: 'Петро' })];
  const group = telegram.group({ title: 'Звернення', isForum: burst.hasTopics, members, botIsAdmin: true });
  const city = loadCityPack(join(ROOT, 'cities/sample'));
  const texts = loadTexts(join(ROOT, 'locales'), { timeZone: city.timeZone, log: silent });
  const budget = new RedisBudget(stores.redis, { prefix: stores.prefix, clock: () => rehearsal.ms });
  const { token, apiRoot } = telegram;
  const deps = {
    ...recordsIn(stores.connection),
    ...{
      printer: new PdfPrinter(),
      checkHome: () => Promise.resolve('https://t.me/vidhuk_bot?start=check-'),
    },
    ...{ pictures: new SharpPictures(), jobs: rehearsal, clock, city, log: silent },
    textsFor: (language: string) => texts.for(language),
    messenger: createTelegramMessenger({ token, apiRoot, budget, log: silent }),
    staffChat: { messenger: 'telegram', chatId: String(group.id) },
    moderatorIds: new Set<string>(),
    isStoreUnavailable,
  } satisfies WorkerDeps;
  const close = async () => {
    await telegram.stop();
    await stores.close();
  };
  return { deps, rehearsal, telegram, group, close };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
