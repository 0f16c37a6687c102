import { join } from 'node:path';
import { loadCityPack } from '../infra/city-pack';
import { readSettings, type Settings } from '../infra/config';
import { FolderFiles } from '../infra/folder-files';
import { createLog } from '../infra/log';
import { connectMongo } from '../infra/mongo/connect-mongo';
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

/** What is past its time, in numbers; without `--dry-run` it is erased then. */
async function retention(settings: Settings, isDry: boolean): Promise<void> {
  const city = loadCityPack(settings.cityDir);
  const texts = loadTexts(join(__dirname, '..', 'locales'), { timeZone: city.timeZone, log });
  const t = texts.for(city.languages[0] ?? 'uk');
  const mongo = connectMongo({ uri: settings.mongodbUri, log });
  try {
    await mongo.whenReady(PATIENCE_MS);
    const { connection } = mongo;
    const offsetMs = settings.isSandbox ? await new MongoSandboxClock(connection).readOffset() : 0;
    const deps = {
      oldRecords: new MongoOldRecords(connection),
      appeals: new MongoAppeals(connection),
      files: settings.filesDir ? new FolderFiles(settings.filesDir) : new MongoFiles(connection),
      clock: () => new Date(Date.now() + offsetMs),
      city,
    };
    say(retentionLines(t, await oldRecords(deps)));
    if (isDry) return say(t.plain('retention-dry'));
    await eraseOld(deps);
    say(t.plain('retention-done'));
  } finally {
    await mongo.close().catch(() => undefined);
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function main(): Promise<number> {
  try {
    await retention(readSettings(process.env), process.argv.includes('--dry-run'));
    return 0;
  } catch (error) {
    process.stderr.write(`✖ ${wordsOf(error)}\n`);
    return 1;
  }
}

void main().then((code) => process.exit(code));
