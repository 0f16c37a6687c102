import { startClock } from '../../infra/clock';
import { silent, until } from './stores';

describe('the business clock', () => {
  it('is real time in a city', async () => {
    const { clock, stop } = await startClock({ log: silent });
    expect(Math.abs(clock().getTime() - Date.now())).toBeLessThan(100);
    stop();
  });

  it('follows the sandbox within half a second, and stands where it was while the database is away', async () => {
    let offset = 3_600_000;
    let isAway = false;
    const readOffset = () =>
      isAway ? Promise.reject(new Error('Connection is closed')) : Promise.resolve(offset);
    const { clock, stop } = await startClock({ readOffset, log: silent });
    const ahead = () => Math.round((clock().getTime() - Date.now()) / 1000);
    expect(ahead()).toBe(3600);
    offset = 7_200_000;
    await until(() => ahead() === 7200, 2000);
    isAway = true;
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(ahead()).toBe(7200);
    stop();
  });
});
