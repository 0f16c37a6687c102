import { MongoCards } from '../../../infra/mongo/mongo-cards';
import { MongoCitizens } from '../../../infra/mongo/mongo-citizens';
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

describe('a record a newer version wrote', () => {
  it('is read and changed without what that version alone knows, which stays', async () => {
    const citizens = new MongoCitizens(database.connection);
    const stored = database.connection.collection<{ _id: string }>('citizens');
    await citizens.insert(aCitizen({ id: 'telegram-9' }));
    await stored.updateOne({ _id: 'telegram-9' }, { $set: { ofTomorrow: 'x' } });
    expect(await citizens.find('telegram-9')).toStrictEqual(aCitizen({ id: 'telegram-9' }));
    expect(await citizens.withPhone('none', 1)).toEqual([]);
    const changed = { ...(await citizens.find('telegram-9'))!, language: 'en', rev: 2 };
    expect(await citizens.save(changed)).toBe(true);
    expect(await stored.findOne({ _id: 'telegram-9' })).toMatchObject({ language: 'en', ofTomorrow: 'x' });
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

describe('the sandbox clock', () => {
  it('stands at real time until it is moved', async () => {
    const clock = new MongoSandboxClock(database.connection);
    expect(await clock.readOffset()).toBe(0);
    await clock.moveTo(3_600_000);
    expect(await clock.readOffset()).toBe(3_600_000);
  });
});
