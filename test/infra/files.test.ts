import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFiles } from '../../infra/folder-files';
import { MongoFiles } from '../../infra/mongo/mongo-files';
import type { Files } from '../../use-cases/ports';
import { openMongo } from './stores';

let database: Awaited<ReturnType<typeof openMongo>>;
let folder: string;
beforeAll(async () => {
  database = await openMongo();
  folder = await mkdtemp(join(tmpdir(), 'vidhuk-files-'));
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const ADAPTERS: readonly (readonly [string, () => Files])[] = [
  ['in GridFS', () => new MongoFiles(database.connection)],
  ['in a folder', () => new FolderFiles(folder)],
];

describe.each(ADAPTERS)('files %s', (_where, filesOf) => {
  it('come back byte by byte, to another process too', async () => {
    const bytes = new Uint8Array(600_000).map((_, index) => index % 251);
    const id = await filesOf().put('appeal-photo', bytes, 'image/jpeg');
    expect(Buffer.compare(Buffer.from((await filesOf().get(id))!), Buffer.from(bytes))).toBe(0);
  });

  it('may be empty', async () => {
    const id = await filesOf().put('empty', new Uint8Array(), 'text/plain');
    expect((await filesOf().get(id))?.byteLength).toBe(0);
  });

  it.each(['nothing', '../../etc/passwd', '', 'a'.repeat(64)])('have none called «%s»', async (id) => {
    expect(await filesOf().get(id)).toBeUndefined();
  });

  it('are gone when they are removed by their key, and may be put anew', async () => {
    const files = filesOf();
    const id = await files.put('a-secret', new Uint8Array([1]), 'text/plain');
    await files.put('beside-it', new Uint8Array([2]), 'text/plain');
    await files.remove('a-secret');
    await files.remove('a-secret');
    expect(await files.get(id)).toBeUndefined();
    expect(await files.get(await files.put('beside-it', new Uint8Array([3]), 'a/b'))).toEqual(
      new Uint8Array([2]),
    );
    expect(await files.get(await files.put('a-secret', new Uint8Array([4]), 'a/b'))).toEqual(
      new Uint8Array([4]),
    );
  });

  it('put under one key at once become one copy, the first', async () => {
    const files = filesOf();
    const tries = [1, 2, 3, 4, 5].map((byte) => files.put('same', new Uint8Array([byte]), 'image/png'));
    const ids = await Promise.all(tries);
    expect(new Set(ids).size).toBe(1);
    const kept = await files.get(ids[0]!);
    expect(await files.put('same', new Uint8Array([9]), 'image/png')).toBe(ids[0]);
    expect(await files.get(ids[0]!)).toEqual(kept);
    expect(kept).toHaveLength(1);
  });
});

describe('a file in a folder', () => {
  it('leaves nothing unfinished beside it, whatever its key is called', async () => {
    const own = await mkdtemp(join(folder, 'own-'));
    const id = await new FolderFiles(own).put('../../a/b\0c', new Uint8Array([1]), 'text/plain');
    const [shelf] = await readdir(own);
    expect(await readdir(own)).toHaveLength(1);
    expect(await readdir(join(own, shelf!))).toEqual([id.slice(2)]);
  });
});

describe('a copy in GridFS', () => {
  const stored = (name: string) => database.connection.collection(`files.${name}`);

  it('whose removal never ended is kept anew when it is put again', async () => {
    const files = new MongoFiles(database.connection);
    const id = await files.put('half-removed', new Uint8Array([1]), 'a/b');
    await stored('files').deleteOne({ _id: id as never });
    const tries = [2, 3].map((byte) => files.put('half-removed', new Uint8Array([byte]), 'a/b'));
    const [again = '', same] = await Promise.all(tries);
    expect(same).toBe(again);
    expect(await files.get(again)).toHaveLength(1);
    await files.remove('half-removed');
    expect(await files.get(again)).toBeUndefined();
    expect(await files.get(await files.put('half-removed', new Uint8Array([4]), 'a/b'))).toHaveLength(1);
  });

  it('whose removal never ended is removed whole when it is tried again', async () => {
    const files = new MongoFiles(database.connection);
    const id = await files.put('part-removed', new Uint8Array([1]), 'a/b');
    await stored('files').deleteOne({ _id: id as never });
    await files.remove('part-removed');
    expect(await stored('chunks').countDocuments({ files_id: id })).toBe(0);
  });

  it('that lost the race leaves no bytes behind', async () => {
    const files = new MongoFiles(database.connection);
    const ids = await Promise.all([1, 2, 3].map((byte) => files.put('race', new Uint8Array([byte]), 'a/b')));
    const chunks = database.connection.collection('files.chunks');
    expect(await chunks.countDocuments({ files_id: ids[0] as never })).toBe(1);
    const names = (await database.connection.collection('files.files').find().toArray()).map(({ _id }) => String(_id)); // prettier-ignore
    expect(new Set(names).size).toBe(names.length);
  });
});
