import { createPace } from '../../bot/pace';

describe('the pace of a person', () => {
  it('is asked to slow down once a minute, each person for themselves', () => {
    const isHasty = createPace(3);
    const at = [0, 10, 20, 30, 40, 59_999, 60_000, 60_001, 60_002, 60_003];
    expect(at.map((ms) => isHasty('telegram-1', ms))).toEqual([
      ...[false, false, false, true, false, false],
      ...[false, false, false, true],
    ]);
    expect(isHasty('telegram-2', 60_004)).toBe(false);
  });
});
