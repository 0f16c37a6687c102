import { sniffWrites } from '../../prove/checks/sniffed-writes';
import { startServers, type Servers } from '../../prove/servers';
import { comesTrue } from '../../prove/town-of';
import { startTown, type Town } from '../../sandbox/town';

const PATIENT = { timeoutMs: 60_000 };

interface Stores {
  readonly town: Town;
  readonly servers: Servers;
  readonly wire: Awaited<ReturnType<typeof sniffWrites>>;
}

/** Redis learns of its full disk by writing. */
const refusesWrites = ({ redis }: Town) =>
  redis.set('room', 'none').then(
    () => false,
    () => true,
  );

const FILL: Readonly<Record<string, (stores: Stores, isFull: boolean) => unknown>> = {
  'the database': ({ wire }, isFull) => (wire.state.hasFullDisk = isFull),
  'the memory of Redis': ({ town }, isFull) => town.redis.config('SET', 'maxmemory', isFull ? '1' : '0'),
  ...(process.platform === 'linux' && {
    'the disk of Redis': async ({ town, servers }: Stores, isFull: boolean) => {
      await servers.fillDisk('redis', isFull);
      if (isFull) expect(await comesTrue(() => refusesWrites(town), 10_000)).toBe(true);
    },
  }),
};

describe('a store that is full', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers();
  }, 120_000);
  afterAll(() => servers.stop(), 60_000);

  it.each(Object.keys(FILL))(
    'acknowledges nothing, is said loudly and ends no bot that starts when it is %s; with room what was written is there',
    async (which) => {
      const stores = servers.stores(1 + Object.keys(FILL).indexOf(which));
      const wire = await sniffWrites(stores.mongodbUri);
      const logged: string[] = [];
      const town = await startTown({
        ...{ stores, settings: { MONGODB_URI: wire.url }, workers: 0, mode: 'webhook' },
        onLog: (line) => void logged.push(line),
      });
      const fill = (isFull: boolean) => FILL[which]!({ town, servers, wire }, isFull);
      try {
        const person = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
        await person.says('/new');
        await person.waits(/Розкажіть/, PATIENT);
        expect(await comesTrue(() => town.telegram.pendingUpdates() === 0, 10_000)).toBe(true);
        await fill(true);
        const startsLate = town.startBot();
        startsLate.catch(() => undefined);
        const before = town.telegram.ledger.deliveries.length;
        await person.says('Не горить ліхтар біля школи');
        await person.waits(/негаразди/, PATIENT);
        const answers = town.telegram.ledger.deliveries.slice(before).map(({ status }) => status);
        expect(answers).not.toContain(200);
        expect(town.telegram.pendingUpdates()).toBe(1);
        const isSaid = () => logged.some((line) => /"level":50.*out of reach/.test(line));
        expect(await comesTrue(isSaid, 10_000)).toBe(true);
        expect(await town.mongo.collection('quarantine').countDocuments()).toBe(0);
        await fill(false);
        await startsLate;
        await person.waits(/Схоже/, PATIENT);
        const draft = await town.mongo.collection('drafts').findOne({ ownerId: `telegram-${person.id}` });
        expect(draft?.fields).toMatchObject({ pieces: [{ text: 'Не горить ліхтар біля школи' }] });
      } finally {
        await fill(false);
        await town.stop();
        await wire.close();
      }
    },
    120_000,
  );
});
