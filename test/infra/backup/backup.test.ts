import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { restoreBackup } from '../../../infra/backup/restore-backup';
import { inOrder, saveBackup } from '../../../infra/backup/save-backup';
import { FolderFiles } from '../../../infra/folder-files';
import { MongoAppeals } from '../../../infra/mongo/mongo-appeals';
import { MongoFiles } from '../../../infra/mongo/mongo-files';
import { MongoNotices } from '../../../infra/mongo/mongo-notices';
import { anAnswer, anAppeal, aNotice, aPhoto, NOW } from '../../support/builders';
import { openMongo } from '../stores';

const aFolder = () => mkdtempSync(join(tmpdir(), 'vidhuk-backup-'));
const bytes = (words: string) => new TextEncoder().encode(words);
const opened: Awaited<ReturnType<typeof openMongo>>[] = [];
const folders: string[] = [];
const aDatabase = async () => {
  const mongo = await openMongo();
  opened.push(mongo);
  return mongo.connection;
};
afterAll(async () => {
  await Promise.all(opened.map((one) => one.close()));
  folders.forEach((folder) => rmSync(folder, { recursive: true }));
});

/** A city with an appeal, the year's counter, a copy in the database and one in a folder, and its backup. */
async function aBackup() {
  const [connection, folder, filesDir] = [await aDatabase(), aFolder(), aFolder()];
  folders.push(folder, filesDir);
  await new MongoAppeals(connection).insert(anAppeal());
  await connection
    .collection<{ _id: string }>('counters')
    .insertOne({ _id: 'appeals-2026', last: 7 } as never);
  const inDatabase = await new MongoFiles(connection).put('key', bytes('in the database'), 'text/plain');
  const inFolder = await new FolderFiles(filesDir).put('key', bytes('in the folder'), 'text/plain');
  const saved = await saveBackup({ connection, folder, filesDir }, NOW);
  return { connection, folder, filesDir, saved, inDatabase, inFolder };
}

describe('a backup', () => {
  it('brings back every record and every file, exactly', async () => {
    const { folder, saved, inDatabase, inFolder } = await aBackup();
    const [connection, filesDir] = [await aDatabase(), aFolder()];
    folders.push(filesDir);
    const restored = await restoreBackup({ connection, folder, filesDir }, 100);
    expect(restored).toEqual({ result: 'restored', manifest: saved });
    expect(await new MongoAppeals(connection).find('draft-1')).toEqual(anAppeal());
    expect(await new MongoFiles(connection).get(inDatabase)).toEqual(bytes('in the database'));
    expect(await new FolderFiles(filesDir).get(inFolder)).toEqual(bytes('in the folder'));
    expect(await connection.collection('counters').findOne({})).toMatchObject({ last: 107 });
    const indexes = await connection.collection('appeals').indexes();
    expect(indexes.some(({ key, unique }) => unique && 'number' in key)).toBe(true);
  });

  it('says of what waited that it may have gone out since, and leaves the rest as it was', async () => {
    const { connection } = await aBackup();
    const [folder, filesDir] = [aFolder(), aFolder()];
    folders.push(folder, filesDir);
    await new MongoNotices(connection).insert([aNotice('waits'), aNotice('came', { state: 'sent' })]);
    await saveBackup({ connection, folder, filesDir }, NOW);
    const back = await aDatabase();
    await restoreBackup({ connection: back, folder, filesDir });
    const notices = new MongoNotices(back);
    expect(await notices.find('waits')).toEqual({ ...aNotice('waits'), mayBeDouble: true });
    expect(await notices.find('came')).toEqual(aNotice('came', { state: 'sent' }));
  });

  it('of a city without any copy yet is whole, though its folder of copies was never made', async () => {
    const [connection, folder] = [await aDatabase(), aFolder()];
    folders.push(folder);
    await new MongoAppeals(connection).insert(anAppeal({ attachments: [aPhoto('p1')] }));
    const inDatabase = await new MongoFiles(connection).put('key', bytes('one'), 'a/b');
    await new MongoAppeals(connection).recordCopy('draft-1', 'p1', inDatabase);
    const saved = await saveBackup({ connection, folder, filesDir: join(folder, 'never', 'made') }, NOW);
    expect(saved).toMatchObject({ files: [] });
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
  });

  it('is not made without the folder of copies that records name', async () => {
    const [connection, folder, filesDir, empty] = [await aDatabase(), aFolder(), aFolder(), aFolder()];
    folders.push(folder, filesDir, empty);
    const appeals = new MongoAppeals(connection);
    const put = (key: string) => new FolderFiles(filesDir).put(key, bytes(key), 'text/plain');
    const from = (place: string) => saveBackup({ connection, folder, filesDir: place }, NOW);
    await appeals.insert(anAppeal({ attachments: [aPhoto('p1')] }));
    await appeals.recordCopy('draft-1', 'p1', await put('resident'));
    expect([await from(join(empty, 'away')), await from(empty)]).toEqual(['files_missing', 'files_missing']);
    await appeals.forgetCopies('draft-1', ['p1']);
    const attachments = [aPhoto('p2', { copyId: await put('office') })];
    await appeals.insert(anAppeal({ id: 'a', number: '2026-000002', answers: [anAnswer({ attachments })] }));
    expect(await from(empty)).toBe('files_missing');
    expect(await from(filesDir)).toMatchObject({ files: [{}, {}] });
  });

  it('is readable by its owner only', async () => {
    const { folder } = await aBackup();
    for (const file of ['manifest.json', 'collections/appeals.jsonl'])
      expect(statSync(join(folder, file)).mode & 0o077).toBe(0);
  });

  it('is not restored over anything', async () => {
    const { connection, folder, filesDir } = await aBackup();
    expect(await restoreBackup({ connection, folder, filesDir })).toEqual({ result: 'database_not_empty' });
    const empty = await aDatabase();
    const place = { connection: empty, folder, filesDir };
    expect(await restoreBackup(place)).toEqual({ result: 'files_not_empty' });
    expect(await empty.collection('appeals').findOne({})).toBeNull();
    await new FolderFiles(filesDir).remove('key');
    expect(await restoreBackup(place)).toMatchObject({ result: 'restored' });
  });

  it('made while copies are erased is whole without those', async () => {
    const [connection, folder, filesDir] = [await aDatabase(), aFolder(), aFolder()];
    folders.push(folder, filesDir);
    const files = new FolderFiles(filesDir);
    const keyOf = new Map<string, string>();
    for (const key of ['one', 'two', 'three']) keyOf.set(await files.put(key, bytes(key), 'text/plain'), key);
    const [first = '', next = '', last = ''] = [...keyOf.keys()].sort();
    const { copyFile } = fs;
    jest.spyOn(fs, 'copyFile').mockImplementationOnce(async (...given) => {
      await files.remove(keyOf.get(next) ?? '');
      return copyFile(...given);
    });
    await saveBackup({ connection, folder, filesDir }, NOW);
    const back = aFolder();
    folders.push(back);
    const restored = await restoreBackup({ connection: await aDatabase(), folder, filesDir: back });
    expect(restored).toMatchObject({ result: 'restored' });
    const here = new FolderFiles(back);
    const found = await Promise.all([first, next, last].map((id) => here.get(id)));
    expect(found.map((one) => one && new TextDecoder().decode(one))).toEqual([
      keyOf.get(first),
      undefined,
      keyOf.get(last),
    ]);
  });

  it('that is damaged or not whole is noticed before anything is written', async () => {
    const { folder, filesDir } = await aBackup();
    const connection = await aDatabase();
    const file = 'collections/counters.jsonl';
    const was = readFileSync(join(folder, file));
    appendFileSync(join(folder, file), '{"_id":"more"}\n');
    expect(await restoreBackup({ connection, folder, filesDir })).toEqual({ result: 'damaged', file });
    expect(await connection.collection('appeals').findOne({})).toBeNull();
    writeFileSync(join(folder, file), was);
    expect(await restoreBackup({ connection, folder })).toEqual({ result: 'no_backup' });
    rmSync(join(folder, 'manifest.json'));
    expect(await restoreBackup({ connection, folder, filesDir })).toEqual({ result: 'no_backup' });
  });

  it('is never mixed with another one', async () => {
    const { connection, folder } = await aBackup();
    expect(await saveBackup({ connection, folder }, NOW)).toBe('folder_not_empty');
    expect(existsSync(join(folder, 'manifest.json'))).toBe(true);
  });

  it('made while people write misses nothing: whatever is pointed at is read after what points at it', () => {
    const names = ['counters', 'notices', 'files.files', 'citizens', 'appeals', 'files.chunks', 'drafts', 'copies', 'audit']; // prettier-ignore
    expect(inOrder(names)).toEqual(['drafts', 'appeals', 'notices', 'audit', 'citizens', 'counters', 'copies', 'files.files', 'files.chunks']); // prettier-ignore
  });
});
