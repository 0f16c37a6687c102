import { Confirmation } from '../../../messengers/telegram/confirmation';

describe('confirmed updates', () => {
  it('never pass one under way or given up', () => {
    const confirmation = new Confirmation();
    for (const id of [10, 11, 12]) expect(confirmation.begin(id)).toBe(true);
    confirmation.finish(11);
    expect(confirmation.offset).toBeUndefined();
    expect(confirmation.begin(11)).toBe(false);
    confirmation.finish(10);
    expect(confirmation.offset).toBe(12);
    expect(confirmation.begin(10, 10)).toBe(false);
    confirmation.begin(13, 12);
    confirmation.giveUp(12);
    confirmation.finish(13);
    expect(confirmation.offset).toBe(12);
  });

  it('start over when Telegram numbers anew', () => {
    const confirmation = new Confirmation();
    confirmation.begin(900);
    confirmation.finish(900);
    expect(confirmation.begin(5, 901)).toBe(true);
    confirmation.finish(5);
    expect(confirmation.offset).toBe(6);
  });

  it('are each carried out once, and those under way are counted', () => {
    const confirmation = new Confirmation();
    expect(confirmation.begin(7, 7)).toBe(true);
    expect(confirmation.begin(7, 7)).toBe(false);
    expect(confirmation.underWay).toBe(1);
    confirmation.finish(7);
    expect([confirmation.underWay, confirmation.offset]).toEqual([0, 8]);
    expect(confirmation.begin(6)).toBe(false);
  });

  it('do not start over while one is under way', () => {
    const confirmation = new Confirmation();
    confirmation.begin(900);
    confirmation.finish(900);
    confirmation.begin(901, 901);
    expect(confirmation.begin(5, 901)).toBe(false);
    confirmation.finish(901);
    expect(confirmation.offset).toBe(902);
  });

  it('forget what was finished before when they start over', () => {
    const confirmation = new Confirmation();
    for (const id of [900, 901]) confirmation.begin(id);
    confirmation.finish(901);
    confirmation.finish(900);
    expect(confirmation.begin(901, 902)).toBe(true);
    confirmation.finish(901);
    expect(confirmation.begin(950, 902)).toBe(true);
    confirmation.finish(950);
    expect(confirmation.offset).toBe(951);
  });

  it('stay behind the first of those given up', () => {
    const confirmation = new Confirmation();
    for (const id of [1, 2, 3, 4]) confirmation.begin(id);
    confirmation.giveUp(2);
    confirmation.giveUp(3);
    expect(confirmation.underWay).toBe(2);
    confirmation.finish(4);
    confirmation.finish(1);
    expect(confirmation.offset).toBe(2);
    expect(confirmation.begin(4)).toBe(false);
  });
});
