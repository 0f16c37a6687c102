import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leadingTo, LEAVES } from '../../docs/drawn/acts';
import { lifeOfAnAppeal, permissions } from '../../docs/drawn/pages';
import { EVENT_TYPES, STATUSES, type Status } from '../../domain/appeal';
import { MOVES } from '../../domain/moves';

const written = (page: string) => readFileSync(join(__dirname, '..', '..', 'docs', page), 'utf8');

describe('the pages drawn from code', () => {
  it.each([
    ['life-of-an-appeal.md', lifeOfAnAppeal],
    ['permissions.md', permissions],
  ])('%s is as the code has it: npm run docs writes it anew', (page, draw) => {
    expect(written(page)).toBe(draw());
  });

  it('name who leads to each status that can be reached', () => {
    const reached = STATUSES.filter((status) =>
      Object.values<readonly Status[]>(MOVES).flat().includes(status),
    );
    expect(reached.filter((status) => leadingTo(status).length === 0)).toEqual([]);
  });

  it('name every event once and none that is not there', () => {
    const named = Object.values(LEAVES).map(({ event }) => event);
    expect(new Set(named).size).toBe(named.length);
    expect(named.filter((event) => !EVENT_TYPES.includes(event))).toEqual([]);
  });
});
