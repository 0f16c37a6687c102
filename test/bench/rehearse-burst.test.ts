import { rehearseBurst } from '../../bench/rehearse-burst';
import { soonestMs } from '../../bench/soonest';
import { redisUrl } from '../infra/stores';

jest.setTimeout(100_000);

/** The same as `npm run bench:burst`, which does it with 300. */
describe.each([true, false])('many appeals at once in a group (topics: %s)', (hasTopics) => {
  const mongodbUri = process.env.MONGODB_URI ?? '';

  it('leave no card behind, break no limit and waste no time; danger goes first', async () => {
    const appeals = hasTopics ? 22 : 44;
    const figures = await rehearseBurst({ appeals, hasTopics, mongodbUri, redisUrl: redisUrl() });
    expect(figures).toMatchObject({ appeals, cards: appeals, violations: 0 });
    expect(figures.tookMs / figures.allowedMs).toBeLessThanOrEqual(1.1);
    expect(figures.callsBeforeDanger).toBe(hasTopics ? 2 : 1);
    expect(figures.edits).toBeLessThanOrEqual(hasTopics ? 10 : 5);
  });
});

describe('the soonest end of so many calls', () => {
  it.each([
    [3, 0],
    [4, 3_000],
    [20, 18_000],
    [21, 60_000],
    [41, 120_000],
    [300, 14 * 60_000 + 18_000],
  ])('%d calls: %d ms', (calls, ms) => {
    expect(soonestMs(calls)).toBe(ms);
  });
});
