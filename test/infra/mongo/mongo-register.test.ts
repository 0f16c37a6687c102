import { MongoAppeals } from '../../../infra/mongo/mongo-appeals';
import { MongoRegister } from '../../../infra/mongo/mongo-register';
import { anAppeal, days, minutes, NOW } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
beforeAll(async () => {
  database = await openMongo();
});
afterAll(() => database.close());

describe('the register', () => {
  it('gives those of the days asked for, the oldest first, without the day after', async () => {
    const appeals = new MongoAppeals(database.connection);
    const moments = [days(3), NOW, minutes(-1), days(1), new Date(days(3).getTime() - 1)];
    for (const [index, registeredAt] of moments.entries())
      await appeals.insert(anAppeal({ id: `a${index}`, number: `2026-00000${index}`, registeredAt }));
    const seen: string[] = [];
    for await (const { id } of new MongoRegister(database.connection).between(NOW, days(3))) seen.push(id);
    expect(seen).toEqual(['a1', 'a3', 'a4']);
  });

  it('has an index of its own', async () => {
    const indexes = await database.connection.collection('appeals').indexes();
    expect(indexes.map(({ key }) => key as unknown)).toContainEqual({ registeredAt: 1 });
  });
});
