import { may } from '../../domain/permissions';
import { memoryTown } from './memory-town';
import { play } from './play-presses';
import { EVENTS, WRITINGS } from './who-may';

jest.setTimeout(120_000);

/** `PRESSES=100000` for the full figure. */
const TIMES = Number(process.env.PRESSES ?? 25_000);

/** Begun by words or commands, not by a button of its own. */
const NOT_BY_BUTTON = ['writing rating'];

const SEED = 20_261_120;

async function pressed(times: number, seed = SEED) {
  const { deps, forget } = memoryTown();
  return play(deps, { times, seed }, forget);
}

describe('a button forged by anybody, anywhere', () => {
  it(`does only what they may do, ${TIMES} times or more, until each effect was seen`, async () => {
    const names = [...Object.keys(EVENTS), ...Object.keys(WRITINGS).map((kind) => `writing ${kind}`)];
    let unseen = names.filter((name) => !NOT_BY_BUTTON.includes(name));
    for (let round = 0; round === 0 || (unseen.length > 0 && round < 4); round += 1) {
      const { effects, wrong } = await pressed(TIMES, SEED + round);
      expect(wrong.slice(0, 12)).toEqual([]);
      unseen = unseen.filter((name) => !effects.has(name));
    }
    expect(unseen).toEqual([]);
  });

  it.each(['take', 'answer', 'reroute', 'extend', 'showContact', 'see', 'confirm'] as const)(
    'is seen to do wrong when everybody may %s',
    async (action) => {
      const hole = jest.spyOn(may, action).mockReturnValue(true);
      const { wrong } = await pressed(2_500);
      hole.mockRestore();
      expect(wrong.length).toBeGreaterThan(0);
    },
  );
});
