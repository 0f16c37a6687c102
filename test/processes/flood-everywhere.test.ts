import { untold } from '../../prove/checks/told';
import { openCrowd } from '../../prove/loads/crowd';
import { comesTrue } from '../../prove/town-of';
import { startTown, type Town } from '../../sandbox/town';

const FLOOD_MS = 6_000;

describe('a messenger that answers 429 to everything for a while', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ bots: 0, workers: 0, hasNoStaff: true });
  }, 60_000);
  afterAll(() => town.stop(), 30_000);

  it('is waited for: each call once, no attempt spent, nothing lost', async () => {
    const crowd = await openCrowd(town).taken(5);
    town.telegram.faults.floodEverything(FLOOD_MS);
    await town.startWorker();
    await comesTrue(() => untold(town.telegram.ledger, crowd).length === 0, 60_000);
    expect(untold(town.telegram.ledger, crowd)).toEqual([]);
    const refused = town.telegram.ledger.refused().filter(({ method }) => method === 'sendMessage');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(crowd.length * 2);
    const spent = await town.mongo.collection('notices').countDocuments({ attempts: { $gt: 0 } });
    expect(spent).toBe(0);
  }, 120_000);
});
