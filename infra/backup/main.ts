import { parseArgs } from 'node:util';
import type { Connection } from 'mongoose';
import { readSettings, type Settings } from '../config';
import { createLog } from '../log';
import { wordsOf } from '../masking';
import { connectMongo } from '../mongo/connect-mongo';
import type { Manifest } from './manifest';
import { restoreBackup } from './restore-backup';
import { saveBackup, type BackupPlace } from './save-backup';

const USAGE = `npm run backup -- --to FOLDER
npm run restore -- --from FOLDER [--numbers-ahead 100]`;
const PATIENCE_MS = 10_000;

const REFUSALS = {
  folder_not_empty: 'The folder is not empty. Name a new one.',
  files_missing:
    'Records name copies, and FILES_DIR has none: is its volume there? Nothing was saved; without FILES_DIR the records alone are.',
  no_backup: 'This folder holds no whole backup, or one with files while FILES_DIR is not set.',
  database_not_empty: 'The database is not empty. A backup is restored into an empty one only.',
  files_not_empty: 'FILES_DIR has copies in it. A backup is restored into an empty folder only.',
} as const;

const told = ({ collections, files, madeAt }: Manifest): string =>
  `${collections.reduce((sum, { documents }) => sum + documents, 0)} records of ${collections.length} collections and ${files.length} files, made at ${madeAt}`;

async function save(place: BackupPlace): Promise<string> {
  const saved = await saveBackup(place, new Date());
  if (typeof saved === 'string') throw new Error(REFUSALS[saved]);
  return `Saved: ${told(saved)}. It holds people's data: keep it encrypted.`;
}

async function restore(place: BackupPlace, numbersAhead: number): Promise<string> {
  const restored = await restoreBackup(place, numbersAhead);
  if (restored.result === 'restored') return `Restored: ${told(restored.manifest)}.`;
  if (restored.result === 'damaged')
    throw new Error(`${restored.file} is missing or damaged; nothing was restored.`);
  throw new Error(REFUSALS[restored.result]);
}

async function withDatabase<T>({ mongodbUri }: Settings, work: (connection: Connection) => Promise<T>) {
  const mongo = connectMongo({ uri: mongodbUri, log: createLog({ level: 'silent', process: 'backup' }) });
  try {
    await mongo.whenReady(PATIENCE_MS);
    return await work(mongo.connection);
  } finally {
    await mongo.close();
  }
}

/** `backup --to FOLDER` or `restore --from FOLDER`; what came of it in plain words, or an error with them. */
async function carryOut(args: string[]): Promise<string> {
  const text = { type: 'string' } as const;
  const options = { to: text, from: text, 'numbers-ahead': { ...text, default: '0' } };
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const { to, from, 'numbers-ahead': ahead } = values;
  if (!/^\d{1,6}$/.test(ahead)) throw new Error(USAGE);
  const settings = readSettings(process.env);
  const { filesDir } = settings;
  const at = (connection: Connection, folder: string) => ({
    connection,
    folder,
    ...(filesDir && { filesDir }),
  });
  if (positionals[0] === 'backup' && to) return withDatabase(settings, (one) => save(at(one, to)));
  if (positionals[0] === 'restore' && from)
    return withDatabase(settings, (one) => restore(at(one, from), Number(ahead)));
  throw new Error(USAGE);
}

void carryOut(process.argv.slice(2)).then(
  (words) => {
    process.stdout.write(`${words}\n`);
    process.exit(0);
  },
  (error: unknown) => {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  },
);
