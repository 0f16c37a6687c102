import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { mongo, type Connection } from 'mongoose';
import { prepareIndexes } from '../mongo/models';
import type { BackupPlace } from './save-backup';
import { hasCopies } from './copies-folder';
import { collectionFile, copyFileOf, MANIFEST, MANIFEST_NAME, sumOf, type Manifest } from './manifest';

const AT_ONCE = 500;
const CHARACTERS_AT_ONCE = 8_000_000;

export type Restored =
  | { readonly result: 'restored'; readonly manifest: Manifest }
  | { readonly result: 'no_backup' | 'database_not_empty' | 'files_not_empty' }
  | { readonly result: 'damaged'; readonly file: string };

async function manifestIn(folder: string): Promise<Manifest | undefined> {
  try {
    return MANIFEST.parse(JSON.parse(await readFile(join(folder, MANIFEST_NAME), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The first file that is missing or not as it was written. */
async function damagedIn(folder: string, { collections, files }: Manifest): Promise<string | undefined> {
  const sums = [
    ...collections.map(({ name, sha256 }) => ({ file: collectionFile(name), sha256 })),
    ...files.map(({ path, sha256 }) => ({ file: copyFileOf(path), sha256 })),
  ];
  for (const { file, sha256 } of sums)
    if ((await sumOf(join(folder, file)).catch(() => '')) !== sha256) return file;
  return undefined;
}

async function isEmpty(connection: Connection): Promise<boolean> {
  for (const { name } of await connection.listCollections())
    if (!name.startsWith('system.') && (await connection.collection(name).findOne({}))) return false;
  return true;
}

async function restoreCollection(connection: Connection, name: string, path: string): Promise<void> {
  let batch: Record<string, unknown>[] = [];
  let characters = 0;
  const write = async (): Promise<void> => {
    if (batch.length > 0) await connection.collection(name).insertMany(batch);
    batch = [];
    characters = 0;
  };
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    batch.push(mongo.BSON.EJSON.parse(line, { relaxed: false }) as Record<string, unknown>);
    characters += line.length;
    if (batch.length >= AT_ONCE || characters >= CHARACTERS_AT_ONCE) await write();
  }
  await write();
}

/** Whatever waited then may have gone out since: the record says so. */
async function doubtNotices(connection: Connection): Promise<void> {
  await connection.collection('notices').updateMany({ state: 'waiting' }, { $set: { mayBeDouble: true } });
}

/**
 * Brings a backup back into an empty database and an empty folder of copies, after every file of it was checked.
 * `numbersAhead` is added to the last number of each year: appeals registered after the backup have numbers nobody else
 * may get.
 */
export async function restoreBackup(place: BackupPlace, numbersAhead = 0): Promise<Restored> {
  const { connection, folder, filesDir } = place;
  const manifest = await manifestIn(folder);
  if (!manifest || (manifest.files.length > 0 && !filesDir)) return { result: 'no_backup' };
  const file = await damagedIn(folder, manifest);
  if (file) return { result: 'damaged', file };
  if (!(await isEmpty(connection))) return { result: 'database_not_empty' };
  // Copies of appeals that are not in the backup hang on nothing: nobody would ever erase them.
  if (filesDir && (await hasCopies(filesDir))) return { result: 'files_not_empty' };
  for (const { name } of manifest.collections)
    await restoreCollection(connection, name, join(folder, collectionFile(name)));
  for (const { path } of manifest.files) {
    const to = join(filesDir ?? '', path);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(folder, copyFileOf(path)), to);
  }
  if (numbersAhead > 0)
    await connection.collection('counters').updateMany({}, { $inc: { last: numbersAhead } });
  await doubtNotices(connection);
  await prepareIndexes(connection);
  return { result: 'restored', manifest };
}
