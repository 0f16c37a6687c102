import { readdir } from 'node:fs/promises';
import type { Connection } from 'mongoose';
import { FOLDER_COPY_ID, hasCode } from '../folder-files';

/** Every path under FILES_DIR; none while no copy was ever made, and so no folder. */
export async function pathsIn(filesDir: string): Promise<string[]> {
  try {
    return await readdir(filesDir, { recursive: true });
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** A copy under FILES_DIR, or what was begun of one. */
const COPY_OR_PART = /^[0-9a-f]{2}\/[0-9a-f]{62}/;

export const hasCopies = async (filesDir: string): Promise<boolean> =>
  (await pathsIn(filesDir)).some((path) => COPY_OR_PART.test(path));

const NAMED = ['copies.copyId', 'answers.attachments.copyId', 'events.facts.attachments.copyId'];

/** Some appeal has a file that lies in a folder of copies. */
export async function namesCopies(connection: Connection): Promise<boolean> {
  const $or = NAMED.map((field) => ({ [field]: FOLDER_COPY_ID }));
  const found = connection.collection('appeals').findOne({ $or }, { projection: { _id: 1 } });
  return (await found) !== null;
}
