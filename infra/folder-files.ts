import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Files } from '../use-cases/ports';

/** What the id of a copy in a folder looks like, and of no other. */
export const FOLDER_COPY_ID = /^[0-9a-f]{64}$/;

const idOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** Bytes in a folder of the city's own, a file each, named by a hash of its key; the first to write a key wins. */
export class FolderFiles implements Files {
  constructor(private readonly folder: string) {}

  async put(key: string, bytes: Uint8Array, _mediaType: string): Promise<string> {
    const id = idOf(key);
    const path = this.pathOf(id);
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.${randomUUID()}`;
    try {
      await writeWhole(unfinished, bytes);
      // A name is given to a whole file only, and never taken from another.
      await link(unfinished, path);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    } finally {
      await rm(unfinished, { force: true });
    }
    return id;
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    if (!FOLDER_COPY_ID.test(id)) return undefined;
    try {
      return new Uint8Array(await readFile(this.pathOf(id)));
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined;
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(idOf(key)), { force: true });
  }

  private pathOf(id: string): string {
    return join(this.folder, id.slice(0, 2), id.slice(2));
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
