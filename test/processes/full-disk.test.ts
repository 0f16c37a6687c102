import { sniffWrites } from '../../prove/checks/sniffed-writes';
import { startServers, type Servers } from '../../prove/servers';
import { comesTrue } from '../../prove/town-of';
import { startTown } from '../../sandbox/town';

const PATIENT = { timeoutMs: 60_000 };

describe('a store that is full', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers();
  }, 120_000);
  afterAll(() => servers.stop());

  it.each(['the database', 'Redis'] as const)(
    'acknowledges nothing and is said loudly when it is %s; what was written is there once there is room',
    async (which) => {
      const stores = servers.stores(which === 'Redis' ? 1 : 2);
      const wire = await sniffWrites(stores.mongodbUri);
      const logged: string[] = [];
      const town = await startTown({
        ...{ stores, settings: { MONGODB_URI: wire.url }, workers: 0, mode: 'webhook' },
        onLog: (line) => void logged.push(line),
      });
      try {
        const person = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
        await person.says('/new');
        await person.waits(/Розкажіть/, PATIENT);
        expect(await comesTrue(() => town.telegram.pendingUpdates() === 0, 10_000)).toBe(true);
        const makeRoom = (isFull: boolean) =>
          which === 'Redis'
            ? town.redis.config('SET', 'maxmemory', isFull ? '1' : '0')
            : Promise.resolve((wire.state.hasFullDisk = isFull));
        await makeRoom(true);
        const before = town.telegram.ledger.deliveries.length;
        await person.says('Не горить ліхтар біля школи');
        await person.waits(/негаразди/, PATIENT);
        const answers = town.telegram.ledger.deliveries.slice(before).map(({ status }) => status);
        expect(answers).not.toContain(200);
        expect(town.telegram.pendingUpdates()).toBe(1);
        expect(logged.some((line) => /"level":50.*out of reach/.test(line))).toBe(true);
        expect(await town.mongo.collection('quarantine').countDocuments()).toBe(0);
        await makeRoom(false);
        await person.waits(/Схоже/, PATIENT);
        const draft = await town.mongo.collection('drafts').findOne({ ownerId: `telegram-${person.id}` });
        expect(draft?.fields).toMatchObject({ pieces: [{ text: 'Не горить ліхтар біля школи' }] });
      } finally {
        await town.stop();
        await wire.close();
      }
    },
    120_000,
  );
});
