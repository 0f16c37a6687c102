import { MongoCards } from '../../../infra/mongo/mongo-cards';
import { MongoCitizens } from '../../../infra/mongo/mongo-citizens';
import { MongoFiles } from '../../../infra/mongo/mongo-files';
import { MongoQuarantine } from '../../../infra/mongo/mongo-quarantine';
import { MongoSandboxClock } from '../../../infra/mongo/mongo-sandbox-clock';
import { aCitizen, NOW } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
beforeAll(async () => void (database = await openMongo()));
afterAll(() => database.close());

describe('a citizen', () => {
  it('is kept, changed by the faster one, and forgets what is taken back', async () => {
    const citizens = new MongoCitizens(database.connection);
    const consent = { version: '1', hash: 'abc', at: NOW };
    const citizen = aCitizen({
      consent,
      phone: '380671234567',
      name: 'Олена',
      residence: 'Миру 1',
      email: 'a@b.ua',
    });
    expect(await citizens.insert(citizen)).toBe('inserted');
    expect(await citizens.insert(citizen)).toBe('exists');
    expect(await citizens.find('telegram-1')).toStrictEqual(citizen);
    expect(await citizens.save(aCitizen({ rev: 2 }))).toBe(true);
    expect(await citizens.save(aCitizen({ rev: 2, language: 'en' }))).toBe(false);
    expect(await citizens.find('telegram-1')).toStrictEqual(aCitizen({ rev: 2 }));
    expect(await citizens.find('telegram-2')).toBeUndefined();
  });
});

describe('a card', () => {
  const card = { appealId: 'a', messenger: 'telegram', chatId: '-100', shownRev: 1 };

  it('is found by its appeal and by its message', async () => {
    const cards = new MongoCards(database.connection);
    await cards.save(card);
    expect(await cards.find('a', card)).toStrictEqual(card);
    const sent = { ...card, threadId: '3', messageId: '77', shownRev: 2 };
    await cards.save(sent);
    expect(await cards.findByMessage(card, '77')).toStrictEqual(sent);
    expect(await cards.findByMessage({ ...card, chatId: '-200' }, '77')).toBeUndefined();
    await cards.save(card);
    expect(await cards.find('a', card)).toStrictEqual(card);
    expect(await cards.find('b', card)).toBeUndefined();
  });

  it('is one however many save it at once', async () => {
    const cards = new MongoCards(database.connection);
    await Promise.all(
      Array.from({ length: 10 }, (_, shownRev) => cards.save({ ...card, appealId: 'c', shownRev })),
    );
    expect(await database.connection.collection('cards').countDocuments({ appealId: 'c' })).toBe(1);
  });
});

describe('the quarantine', () => {
  it('keeps whatever came, once', async () => {
    const quarantine = new MongoQuarantine(database.connection);
    const what: Record<string, unknown> = { $where: 'x', 'a.b': [1] };
    await quarantine.put({ id: 'tg-1', at: NOW, what, problem: 'first' });
    await quarantine.put({ id: 'tg-1', at: NOW, what, problem: 'second' });
    what['itself'] = what;
    await quarantine.put({ id: 'tg-2', at: NOW, what, problem: 'round' });
    const kept = await database.connection.collection('quarantine').find().sort({ _id: 1 }).toArray();
    expect(kept).toMatchObject([
      { problem: 'first', what: '{"$where":"x","a.b":[1]}' },
      { problem: 'round', what: 'not JSON' },
    ]);
  });
});

describe('files', () => {
  it('come back byte by byte', async () => {
    const files = new MongoFiles(database.connection);
    const bytes = new Uint8Array(600_000).map((_, index) => index % 251);
    const id = await files.put('appeal-photo', bytes, 'image/jpeg');
    expect(Buffer.compare(Buffer.from((await files.get(id))!), Buffer.from(bytes))).toBe(0);
    expect(await files.get('nothing')).toBeUndefined();
    expect((await files.get(await files.put('empty', new Uint8Array(), 'text/plain')))?.byteLength).toBe(0);
  });

  it('put under one key at once become one copy', async () => {
    const files = new MongoFiles(database.connection);
    const tries = Array.from({ length: 5 }, () => files.put('same', new Uint8Array([1, 2]), 'image/png'));
    const ids = await Promise.all(tries);
    expect(new Set(ids).size).toBe(1);
    expect(await files.put('same', new Uint8Array([3]), 'image/png')).toBe(ids[0]);
    expect(
      await database.connection.collection('files.chunks').countDocuments({ files_id: ids[0] as never }),
    ).toBe(1);
  });
});

describe('the sandbox clock', () => {
  it('stands at real time until it is moved', async () => {
    const clock = new MongoSandboxClock(database.connection);
    expect(await clock.readOffset()).toBe(0);
    await clock.moveTo(3_600_000);
    expect(await clock.readOffset()).toBe(3_600_000);
  });
});
