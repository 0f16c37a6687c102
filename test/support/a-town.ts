import { codeMaker } from '../../infra/code-maker';
import { recordsOf } from '../../infra/mongo/all-records';
import { MongoFiles } from '../../infra/mongo/mongo-files';
import { PdfPrinter } from '../../infra/pdf-printer';
import { SharpPictures } from '../../infra/pictures';
import type { ChatKey, Jobs, Limits } from '../../use-cases/ports';
import { openMongo } from '../infra/stores';
import { MemoryMessenger } from './a-messenger';
import { NOW } from './builders';
import { city, texts } from './sample-city';

/** Jobs nobody carries out: the test calls the workers itself. */
class KeptJobs implements Jobs {
  readonly expanded: string[] = [];
  readonly delivered: string[] = [];

  expandAppeal(appealId: string): Promise<void> {
    this.expanded.push(appealId);
    return Promise.resolve();
  }

  deliverTo({ chatId }: ChatKey): Promise<void> {
    this.delivered.push(chatId);
    return Promise.resolve();
  }
}

/** Counts until the next day begins. */
class KeptLimits implements Limits {
  private readonly counts = new Map<string, number>();

  allows(what: string, who: string, { times }: { times: number }): Promise<boolean> {
    const count = (this.counts.get(`${what} ${who}`) ?? 0) + 1;
    this.counts.set(`${what} ${who}`, count);
    return Promise.resolve(count <= times);
  }
}
const PRINTER = new PdfPrinter();

type Level = 'info' | 'warn' | 'error';

/**
 * The real records in a database of the test's own, a clock that stands where it is put, and a messenger in memory:
 * all that use cases and jobs work with.
 */
export async function openTown(options: { isMonitored?: boolean } = {}) {
  const mongo = await openMongo(options);
  const { connection } = mongo;
  const logged: { level: Level; message: string }[] = [];
  const note = (level: Level) => (_facts: object, message: string) => void logged.push({ level, message });
  let now = NOW;
  const deps = {
    ...recordsOf(connection),
    files: new MongoFiles(connection),
    pictures: new SharpPictures(),
    codeMaker,
    limits: new KeptLimits(),
    printer: PRINTER,
    checkHome: () => Promise.resolve('https://t.me/vidhuk_bot?start=check-'),
    jobs: new KeptJobs(),
    messenger: new MemoryMessenger(),
    clock: () => now,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    city,
    textsFor: (language: string) => texts.for(language),
    staffChat: { messenger: 'telegram', chatId: '-100' },
    moderatorIds: new Set(['telegram-50']),
    hasStaffApi: true,
    isStoreUnavailable: () => false,
  };
  return {
    deps,
    connection,
    logged,
    again: mongo.again,
    /** Everything forgotten: the same database, a new day. */
    begin: async () => {
      for (const model of Object.values(connection.models)) await model.deleteMany({});
      now = NOW;
      logged.length = 0;
      deps.limits = new KeptLimits();
      deps.jobs = new KeptJobs();
      deps.messenger = new MemoryMessenger();
    },
    isNow: (at: Date) => {
      now = at;
    },
    close: mongo.close,
  };
}

export type Town = Awaited<ReturnType<typeof openTown>>;
