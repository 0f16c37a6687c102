import { untold } from '../../prove/checks/told';
import { openCrowd } from '../../prove/loads/crowd';
import { startTown, type Town } from '../../sandbox/town';
import { TICKS } from '../../workers/ticks';
import { until } from '../infra/stores';

const SOON_MS = 10_000;
/** Within the period and what is allowed beyond it: the schedule is left as it is. */
const A_WHILE_MS = 15_000;

describe('a worker', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ bots: 0, hasNoStaff: true });
  }, 60_000);
  afterAll(() => town.stop(), 30_000);

  /** What lies in the queues' sorted sets of this name. */
  const lyingIn = async (name: string) => {
    const keys = await town.redis.keys(`*:${name}`);
    return Promise.all(keys.map(async (key) => ({ key, members: await town.redis.zrange(key, '0', '-1') })));
  };
  const schedules = async () => (await lyingIn('repeat')).flatMap(({ members }) => members).sort();
  const wanted = Object.keys(TICKS)
    .map((name) => `tick-${name}`)
    .sort();

  it('leaves a schedule in Redis for everything that is looked after', async () => {
    await until(async () => (await schedules()).length >= wanted.length);
    expect(await schedules()).toEqual(wanted);
  });

  it('tells at its start what nobody was there to tell, before any tick comes', async () => {
    await Promise.all(town.workerProcesses.map((one) => one.stop()));
    const crowd = await openCrowd(town).taken(1);
    // The schedules stand, and none of their ticks will come soon.
    for (const { key, members } of await lyingIn('repeat'))
      for (const member of members) await town.redis.zadd(key, Date.now() + A_WHILE_MS, member);
    for (const { key } of await lyingIn('delayed')) await town.redis.del(key);
    await town.startWorker();
    await until(() => untold(town.telegram.ledger, crowd).length === 0, SOON_MS);
    expect(await schedules()).toEqual(wanted);
  }, 60_000);
});
