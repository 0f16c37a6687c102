import { crossed } from '../../domain/queue-watch';
import { minutes, NOW } from '../support/builders';

const RULES = { queueAlerts: { size: 10, ageHours: 5 } };
const size = (count: number) => crossed('size', { count, since: NOW }, RULES, NOW);
const age = (hours: number, count = 1) => crossed('age', { count, since: minutes(-60 * hours) }, RULES, NOW);

describe('a queue nobody takes from', () => {
  it('is long above the threshold, short well below, and as it was in between', () => {
    expect([8, 9, 10, 11].map(size)).toEqual([false, undefined, undefined, true]);
  });

  it('is old when its first appeal waits too long', () => {
    expect([4, 4.5, 5, 5.1].map((hours) => age(hours))).toEqual([false, undefined, undefined, true]);
  });

  it('is neither when it is empty, whatever was there before', () => {
    expect([size(0), age(100, 0)]).toEqual([false, false]);
  });
});
