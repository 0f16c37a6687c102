import { createWriteStream } from 'node:fs';
import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo, type Connection } from 'mongoose';
import { hasCode } from '../folder-files';
import { hasCopies, namesCopies, pathsIn } from './copies-folder';
import { collectionFile, copyFileOf, MANIFEST_NAME, sumOf, type Manifest } from './manifest';

/**
 * People go on writing while a backup is made. What a record points to is read after it, so that nothing is left out:
 * a draft before the appeal it becomes, an appeal before its notices, numbers and files last of all.
 */
const FIRST = ['drafts', 'appeals', 'notices'];
const LAST = ['counters', 'copies', 'files.files', 'files.chunks'];
const PRIVATE = { folder: 0o700, file: 0o600 };

const rankOf = (name: string): number =>
  FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length + 1 + LAST.indexOf(name);

export const inOrder = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));

async function saveCollection(connection: Connection, name: string, folder: string) {
  const path = join(folder, collectionFile(name));
  let documents = 0;
  async function* lines() {
    for await (const document of connection.collection(name).find({}).batchSize(500)) {
      documents += 1;
      yield `${mongo.BSON.EJSON.stringify(document, { relaxed: false })}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path, { flags: 'wx', mode: PRIVATE.file }));
  return { name, documents, sha256: await sumOf(path) };
}

const COPY = /^[0-9a-f]{2}\/[0-9a-f]{62}$/;

/** False when it was erased after it was listed: what nobody may keep any more is in no backup either. */
async function copyUnlessErased(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false;
    throw error;
  }
}

async function saveFiles(filesDir: string, folder: string): Promise<Manifest['files']> {
  const paths = await pathsIn(filesDir);
  const saved: Manifest['files'] = [];
  for (const path of paths.filter((one) => COPY.test(one)).sort()) {
    const to = join(folder, copyFileOf(path));
    await mkdir(dirname(to), { recursive: true, mode: PRIVATE.folder });
    if (await copyUnlessErased(join(filesDir, path), to)) saved.push({ path, sha256: await sumOf(to) });
  }
  return saved;
}

export interface BackupPlace {
  readonly connection: Connection;
  readonly folder: string;
  readonly filesDir?: string;
}

/**
 * Writes every collection as lines of extended JSON, the folder of copies if there is one, and the sums of all. Readable
 * by its owner only: it holds people's data. Refuses with `folder_not_empty`, and with `files_missing` when records name
 * copies and the folder has none: its volume is not there.
 */
export async function saveBackup(
  place: BackupPlace,
  madeAt: Date,
): Promise<Manifest | 'folder_not_empty' | 'files_missing'> {
  const { connection, folder, filesDir } = place;
  if (filesDir && !(await hasCopies(filesDir)) && (await namesCopies(connection))) return 'files_missing';
  await mkdir(join(folder, 'collections'), { recursive: true, mode: PRIVATE.folder });
  const there = await readdir(folder, { recursive: true });
  if (there.length > 1) return 'folder_not_empty';
  const listed = (await connection.listCollections()).map(({ name }) => name);
  const collections: Manifest['collections'] = [];
  for (const name of inOrder(listed.filter((one) => !one.startsWith('system.'))))
    collections.push(await saveCollection(connection, name, folder));
  const files = filesDir ? await saveFiles(filesDir, folder) : [];
  const manifest: Manifest = { format: 1, madeAt: madeAt.toISOString(), collections, files };
  const unfinished = join(folder, `${MANIFEST_NAME}.unfinished`);
  await writeFile(unfinished, JSON.stringify(manifest, null, 2), { mode: PRIVATE.file });
  await rename(unfinished, join(folder, MANIFEST_NAME));
  return manifest;
}
