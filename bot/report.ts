import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { City } from '../domain/city';
import { entryOf, Tally } from '../domain/report';
import { loadCityPack } from '../infra/city-pack';
import { readSettings, type Settings } from '../infra/config';
import { createLog } from '../infra/log';
import { connectMongo } from '../infra/mongo/connect-mongo';
import { MongoRegister } from '../infra/mongo/mongo-register';
import { MongoSandboxClock } from '../infra/mongo/mongo-sandbox-clock';
import { loadTexts } from '../infra/texts';
import { BYTE_ORDER_MARK, csvRow } from '../screens/csv';
import { reportHeader, reportRow, reportSummary } from '../screens/report-lines';
import type { Texts } from '../screens/texts';
import { readReportOptions, spanOf, type ReportOptions } from './report-options';

const PATIENCE_MS = 5_000;
const log = createLog({ level: 'silent', process: 'report' });
const texts = loadTexts(join(__dirname, '..', 'locales'), { timeZone: 'Europe/Kyiv', log });

const say = (words: string): void => void process.stdout.write(`${words}\n`);

/** Says what is wrong, and that nothing was done. */
function fail(words: string): 1 {
  process.stderr.write(`✖ ${words}\n`);
  return 1;
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The line of every appeal, counted as it passes. */
async function* linesOf(
  { register, now, tally }: { register: MongoRegister; now: Date; tally: Tally },
  { t, city, options }: { t: Texts; city: City; options: ReportOptions },
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRow(reportHeader(t));
  for await (const appeal of register.between(...spanOf(options, city.timeZone))) {
    const entry = entryOf(appeal, city, now);
    tally.add(entry);
    yield csvRow(reportRow(t, city, entry));
  }
}

/** The file is there whole or not at all. */
async function writeWhole(path: string, parts: AsyncIterable<string>): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await pipeline(Readable.from(parts), createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

const isOfFile = (error: unknown): boolean => error instanceof Error && 'syscall' in error && 'path' in error;

async function report(settings: Settings, options: ReportOptions, t: Texts): Promise<number> {
  const city = loadCityPack(settings.cityDir);
  const mongo = connectMongo({ uri: settings.mongodbUri, log });
  const tally = new Tally();
  try {
    await mongo.whenReady(PATIENCE_MS);
    const register = new MongoRegister(mongo.connection);
    const offsetMs = settings.isSandbox ? await new MongoSandboxClock(mongo.connection).readOffset() : 0;
    const now = new Date(Date.now() + offsetMs);
    await writeWhole(options.out, linesOf({ register, now, tally }, { t, city, options }));
  } catch (error) {
    return fail(t.plain(isOfFile(error) ? 'report-cannot-write' : 'mongodb-away', { file: options.out }));
  } finally {
    await mongo.close().catch(() => undefined);
  }
  say(reportSummary(t, city, { tally, ...options }));
  say(`\n${t.plain('report-written', { file: options.out })}`);
  return 0;
}

/** The council's statistical report (Resolution 858): a file for a spreadsheet, and the figures in words. */
async function main(): Promise<number> {
  const options = readReportOptions(process.argv.slice(2));
  if (typeof options === 'string') return fail(texts.for('uk').plain(`report-wrong-${options}`));
  const t = texts.for(options.language);
  try {
    return await report(readSettings(process.env), options, t);
  } catch (error) {
    return fail(t.plain('report-settings-wrong', { problem: wordsOf(error) }));
  }
}

void main().then((code) => process.exit(code));
