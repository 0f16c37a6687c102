import type { Colleague } from '../../../domain/colleague';
import { MongoAudit } from '../../../infra/mongo/mongo-audit';
import { MongoPeople } from '../../../infra/mongo/mongo-people';
import { NOW } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
let people: MongoPeople;
beforeAll(async () => {
  database = await openMongo();
  people = new MongoPeople(database.connection);
});
afterAll(() => database.close());

const aColleague = (id: string, overrides: Partial<Colleague> = {}): Colleague => ({
  id,
  posts: [{ role: 'official', department: 'light' }],
  rev: 1,
  ...overrides,
});

describe('the staff', () => {
  it('are kept, changed by the faster one, and found by role and department', async () => {
    const head = aColleague('telegram-7', {
      name: 'Петро',
      posts: [
        { role: 'head', department: 'light' },
        { role: 'official', department: 'roads' },
      ],
    });
    expect(await people.insert(head)).toBe('inserted');
    expect(await people.insert(head)).toBe('exists');
    await people.insert(aColleague('telegram-8'));
    expect(await people.find('telegram-7')).toStrictEqual(head);

    const ids = async (...wanted: Parameters<MongoPeople['withRole']>) =>
      (await people.withRole(...wanted)).map(({ id }) => id);
    expect(await ids('head', 'light')).toEqual(['telegram-7']);
    expect(await ids('head', 'roads')).toEqual([]);
    expect(await ids('official', 'light')).toEqual(['telegram-8']);
    expect(await ids('official')).toEqual(['telegram-7', 'telegram-8']);

    expect(await people.save(aColleague('telegram-7', { posts: [], rev: 2 }))).toBe(true);
    expect(await people.save(aColleague('telegram-7', { rev: 2 }))).toBe(false);
    expect(await people.find('telegram-7')).toStrictEqual(aColleague('telegram-7', { posts: [], rev: 2 }));
    expect((await people.list()).map(({ id }) => id)).toEqual(['telegram-8']);
  });
});

describe('the record of staff acts', () => {
  it('keeps the first entry of an act for good', async () => {
    const audit = new MongoAudit(database.connection);
    const entry = { id: 'tg-1', at: NOW, by: 'telegram-7', what: 'person.invited', facts: { role: 'head' } };
    await audit.add(entry);
    await audit.add({ ...entry, by: 'telegram-8' });
    const kept = await database.connection.collection('audit').find().toArray();
    expect(kept).toEqual([{ _id: 'tg-1', at: NOW, by: 'telegram-7', what: 'person.invited', facts: { role: 'head' } }]); // prettier-ignore
  });
});
