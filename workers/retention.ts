import { join } from 'node:path';
import type { City } from '../domain/city';
import { mainLanguage } from '../domain/city-languages';
import { loadCityPack } from '../infra/city-pack';
import { readSettings, type Settings } from '../infra/config';
import { FolderFiles } from '../infra/folder-files';
import { createLog } from '../infra/log';
import { wordsOf } from '../infra/masking';
import { connectMongo, type MongoStore } from '../infra/mongo/connect-mongo';
import { MongoAppeals } from '../infra/mongo/mongo-appeals';
import { MongoFiles } from '../infra/mongo/mongo-files';
import { MongoOldRecords } from '../infra/mongo/mongo-retention';
import { MongoSandboxClock } from '../infra/mongo/mongo-sandbox-clock';
import { loadTexts } from '../infra/texts';
import { retentionLines } from '../screens/retention-lines';
import { eraseOld, oldRecords } from '../use-cases/keep-records';

const PATIENCE_MS = 5_000;
const log = createLog({ level: 'silent', process: 'retention' });
const say = (words: string): void => void process.stdout.write(`${words}\n`);

type Mode = 'show' | 'erase';

/** Nothing is erased on a flag we do not know: it may have been meant as `--dry-run`. */
function modeOf(flags: readonly string[]): Mode | undefined {
  if (flags.length === 0) return 'erase';
  return flags.length === 1 && flags[0] === '--dry-run' ? 'show' : undefined;
}

function fail(words: string): 1 {
  process.stderr.write(`✖ ${words}\n`);
  return 1;
}

async function keepingDeps(settings: Settings, city: City, { connection }: MongoStore) {
  const offsetMs = settings.isSandbox ? await new MongoSandboxClock(connection).readOffset() : 0;
  return {
    oldRecords: new MongoOldRecords(connection),
    appeals: new MongoAppeals(connection),
    files: settings.filesDir ? new FolderFiles(settings.filesDir) : new MongoFiles(connection),
    clock: () => new Date(Date.now() + offsetMs),
    city,
  };
}

/** What is past its time, in numbers; it is erased then, unless it was only to be shown. */
async function retention(settings: Settings): Promise<number> {
  const city = loadCityPack(settings.cityDir);
  const texts = loadTexts(join(__dirname, '..', 'locales'), { timeZone: city.timeZone, log });
  const t = texts.for(mainLanguage(city));
  const mode = modeOf(process.argv.slice(2));
  if (!mode) return fail(t.plain('retention-how'));
  const mongo = connectMongo({ uri: settings.mongodbUri, log });
  try {
    if (!(await isReady(mongo))) return fail(t.plain('mongodb-away'));
    const deps = await keepingDeps(settings, city, mongo);
    const old = await oldRecords(deps);
    say(retentionLines(t, old));
    const isAny = old.some(({ count }) => count > 0);
    if (mode === 'erase' && isAny) await eraseOld(deps);
    say(t.plain(mode === 'show' ? 'retention-dry' : isAny ? 'retention-done' : 'retention-nothing'));
    return 0;
  } finally {
    await mongo.close().catch(() => undefined);
  }
}

const isReady = (mongo: MongoStore): Promise<boolean> =>
  mongo.whenReady(PATIENCE_MS).then(
    () => true,
    () => false,
  );

async function main(): Promise<number> {
  try {
    return await retention(readSettings(process.env));
  } catch (error) {
    return fail(wordsOf(error));
  }
}

void main().then((code) => process.exit(code));
