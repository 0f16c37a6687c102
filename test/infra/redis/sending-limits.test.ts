import { partOf, TELEGRAM_LIMITS } from '../../../infra/redis/sending-limits';

const { all, chat, group, groupShares } = TELEGRAM_LIMITS;
const ofAll = (lane: string) => partOf(all, lane, TELEGRAM_LIMITS);
const ofGroup = (lane: string) => partOf(group, lane, { ...TELEGRAM_LIMITS, shares: groupShares });

describe('what Telegram lets go', () => {
  /** docs/guarantees, "Facts about Telegram". */
  it.each([
    ['about 30 to everybody a second', all, 30, 1_000],
    ['one a second to a chat, in a burst of three', chat, 3, 3_000],
    ['20 a minute to a group', group, 20, 60_000],
  ])('%s, and a little less for what the way there shifts', (_, limit, most, windowMs) => {
    expect(limit.most).toBe(most);
    expect(limit.windowMs).toBeGreaterThan(windowMs);
    expect(limit.windowMs).toBeLessThanOrEqual(windowMs * 1.05);
  });
});

describe('the part of a lane', () => {
  it('replies go while there is room, the others leave some for them', () => {
    expect(['reply', 'notice', 'broadcast'].map((lane) => ofAll(lane).share)).toEqual([30, 27, 24]);
    expect(['reply', 'notice', 'broadcast'].map((lane) => ofGroup(lane).share)).toEqual([20, 19, 16]);
  });

  it('a flood of replies leaves two notices and a broadcast', () => {
    expect(['reply', 'notice', 'broadcast'].map((lane) => ofAll(lane).floor)).toEqual([0, 2, 1]);
    expect(['reply', 'notice', 'broadcast'].map((lane) => ofAll(lane).cap)).toEqual([27, 29, 28]);
    expect(['reply', 'notice', 'broadcast'].map((lane) => ofGroup(lane).cap)).toEqual([17, 19, 18]);
  });

  it('an unknown lane is as patient as a broadcast', () => {
    expect(ofAll('something-else')).toEqual(ofAll('broadcast'));
    expect(ofAll('broadcast').lane).toBe('broadcast');
    expect(ofAll('notice').lane).toBe('notice');
  });

  it('is never nothing, however small the limit', () => {
    expect(partOf({ most: 1, windowMs: 1_000 }, 'broadcast', TELEGRAM_LIMITS)).toMatchObject({
      ...{ share: 1, cap: 1 },
    });
  });

  it('is everything for a lane with no share of its own when none is kept back', () => {
    expect(partOf(all, 'reply', { shares: {}, floors: {} })).toEqual({
      ...{ lane: 'broadcast', share: 30, floor: 0, cap: 30 },
    });
  });
});
