import { MongoNumbers } from '../../../infra/mongo/mongo-numbers';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
beforeAll(async () => void (database = await openMongo()));
afterAll(() => database.close());

describe('numbers', () => {
  it('are never given twice, by fifty askers in two processes on the first day of a year', async () => {
    const [here, there] = [new MongoNumbers(database.connection), new MongoNumbers(await database.again())];
    const given = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (index % 2 ? here : there).next(2026)),
    );
    expect(given.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it('begin again with each year', async () => {
    const numbers = new MongoNumbers(database.connection);
    expect(await numbers.next(2027)).toBe(1);
    expect(await numbers.next(2027)).toBe(2);
    expect(await numbers.next(2028)).toBe(1);
  });
});
