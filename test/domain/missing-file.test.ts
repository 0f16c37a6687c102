import { nextTry } from '../../domain/missing-file';
import { minutes, NOW } from '../support/builders';

describe('a file the messenger does not find', () => {
  it.each([
    [1, 1],
    [2, 2],
    [6, 32],
    [9, 256],
    [10, 360],
    [23, 360],
  ])('after try %i is asked for again in %i minutes', (tries, pause) => {
    expect(nextTry(tries, NOW)).toEqual(minutes(pause));
  });

  it('counts as gone after some days', () => {
    expect(nextTry(24, NOW)).toBeUndefined();
  });
});
