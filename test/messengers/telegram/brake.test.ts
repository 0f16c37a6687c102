import { Brake } from '../../../messengers/telegram/brake';

const MINUTE_MS = 60_000;

describe('the brake after a refused token', () => {
  it('lets everything go until a token is refused', () => {
    const brake = new Brake();
    expect([0, 1, 2].map((now) => brake.mayGo(now))).toEqual([true, true, true]);
  });

  it('lets one call a minute try, and says only once that it was pulled', () => {
    const brake = new Brake();
    expect(brake.pull(0)).toBe(true);
    expect(brake.pull(10)).toBe(false);
    const tried = [11, 30_000, MINUTE_MS + 10, MINUTE_MS + 11, 2 * MINUTE_MS + 20];
    expect(tried.map((now) => brake.mayGo(now))).toEqual([false, false, true, false, true]);
  });

  it('lets everything go again after an answer, and a later refusal is news', () => {
    const brake = new Brake();
    brake.pull(0);
    brake.release();
    expect(brake.mayGo(1)).toBe(true);
    expect(brake.pull(2)).toBe(true);
  });
});
