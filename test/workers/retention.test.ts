import { MongoAudit } from '../../infra/mongo/mongo-audit';
import { openMongo, redisUrl } from '../infra/stores';
import { runNode } from '../support/run-script';

jest.setTimeout(60_000);

let database: Awaited<ReturnType<typeof openMongo>>;
beforeAll(async () => {
  database = await openMongo();
  const audit = new MongoAudit(database.connection);
  const act = { by: 'telegram-7', what: 'contact.shown', about: 'draft-1' };
  await audit.add({ id: 'old', at: new Date('2001-02-03T10:00:00Z'), ...act });
  await audit.add({ id: 'new', at: new Date(), ...act });
});
afterAll(() => database.close());

const retention = (args: string[], env: Record<string, string> = {}) =>
  runNode(['--import', 'tsx', 'workers/retention.ts', ...args], {
    env: { BOT_TOKEN: `1:${'a'.repeat(30)}`, MONGODB_URI: database.uri, REDIS_URL: redisUrl(), ...env },
  });
const kept = async () => (await database.connection.collection('audit').find().toArray()).map(({ _id }) => String(_id)).sort(); // prettier-ignore

describe('npm run retention', () => {
  it('shows what is past its time and erases nothing, then erases it', async () => {
    const shown = await retention(['--dry-run']);
    expect(shown.output).toMatch(/Журнал дій: 1, найдавніше від 3 лютого 2001[^]*Нічого не стерто/);
    expect([shown.code, await kept()]).toEqual([0, ['new', 'old']]);
    const mistyped = await retention(['--dryrun']);
    expect(mistyped.output).toMatch(/^✖ Нічого не стерто[^]*--dry-run/);
    expect([mistyped.code, await kept()]).toEqual([1, ['new', 'old']]);
    const erased = await retention([]);
    expect(erased.output).toMatch(/Журнал дій: 1[^]*Усе це стерто/);
    expect([erased.code, await kept()]).toEqual([0, ['new']]);
  });

  it('says in a sentence what is wrong', async () => {
    const away = await retention(['--dry-run'], { MONGODB_URI: 'mongodb://127.0.0.1:1/vidhuk' });
    expect(away.output).toMatch(/^✖ MongoDB не відповідає\..*\n$/);
    expect(away.code).toBe(1);
  });
});
