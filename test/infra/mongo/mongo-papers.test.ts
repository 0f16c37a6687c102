import { MongoPapers } from '../../../infra/mongo/mongo-papers';
import { NOW } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
beforeAll(async () => void (database = await openMongo()));
afterAll(() => database.close());

const ANSWER = { kind: 'answer', number: '2026-000001', at: NOW, outcome: 'done', issuedAt: NOW } as const;
const APPEAL = { kind: 'appeal', number: '2026-000002', at: NOW, issuedAt: NOW } as const;

describe('a paper', () => {
  it('is found by its own code only, as people type it', async () => {
    const papers = new MongoPapers(database.connection);
    const [one, other] = [await papers.issue(ANSWER), await papers.issue(APPEAL)];
    expect(one).not.toBe(other);
    expect(await papers.find(one.toLowerCase())).toStrictEqual(ANSWER);
    expect(await papers.find(other)).toStrictEqual(APPEAL);
  });

  it('has none of its code in the record', async () => {
    const papers = new MongoPapers(database.connection);
    const code = await papers.issue(APPEAL);
    const kept = await database.connection.collection('papers').find().toArray();
    expect(JSON.stringify(kept)).not.toContain(code);
    for (const { _id } of kept) expect(await papers.find(String(_id))).toBeUndefined();
  });

  it.each(['', '0'.repeat(28), '{"$gt":""}', 'x'.repeat(5000)])('is not found by %j', async (typed) => {
    expect(await new MongoPapers(database.connection).find(typed)).toBeUndefined();
  });
});
