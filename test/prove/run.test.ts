import type { AnyPromise } from '../../prove/promise';
import { pageWith, pageWithPlants, pageWithRows, runSection } from '../../prove/report';
import { prove, scaled } from '../../prove/run';
import { engineOf, type Servers } from '../../prove/servers';

const given = { openServers: () => Promise.resolve({} as Servers), longestMs: 60_000 };

const aPromise = (overrides: Partial<AnyPromise> = {}): AnyPromise => ({
  ...{ id: 'R1', says: 'nothing is lost', figures: { full: { count: 100 }, short: { count: 2 } } },
  wanted: ({ count }) => `${count}`,
  play: (_stage, { count }) => Promise.resolve(Array.from({ length: count! }, () => true)),
  check: (evidence) => {
    const lost = (evidence as boolean[]).filter((isKept) => !isKept).length;
    return { reached: `${lost} lost`, misses: lost > 0 ? [`${lost} are lost`] : [] };
  },
  plants: { 'one is lost': (evidence) => (evidence as boolean[]).push(false) },
  ...overrides,
});

describe('a proof', () => {
  it('is kept when the check finds nothing, and says what was wanted and reached', async () => {
    const outcome = await prove(aPromise(), { ...given, seed: 1, scale: 0 });
    expect(outcome).toMatchObject({ wanted: '2', reached: '0 lost', misses: [], isFull: false });
  });

  it('notices a planted fault, each one anew', async () => {
    const lose = (evidence: unknown) => (evidence as boolean[]).push(false);
    const plants = { 'one is lost': lose, 'another is lost': lose, 'nothing happens': () => undefined };
    const outcome = await prove(aPromise({ plants }), { ...given, seed: 1, scale: 0, isPlanted: true });
    expect(outcome.noticed).toEqual(['one is lost', 'another is lost']);
    expect(outcome.unnoticed).toEqual(['nothing happens']);
  });

  it('that breaks off is missed, and ends what it started, the last first', async () => {
    const ended: string[] = [];
    const play: AnyPromise['play'] = (stage) => {
      for (const name of ['first', 'second']) stage.atEnd(() => Promise.resolve(ended.push(name)));
      return Promise.reject(new Error('no luck'));
    };
    const outcome = await prove(aPromise({ play }), { ...given, seed: 1, scale: 0 });
    expect(outcome).toMatchObject({ reached: 'broke off', misses: ['no luck'] });
    expect(ended).toEqual(['second', 'first']);
  });

  it.each([
    ['no time is left', { longestMs: 0 }, 'there was no time left'],
    ['its servers do not start', { openServers: () => Promise.reject(new Error('no room')) }, 'no room'],
  ])('is missed, and the others go on, when %s', async (_what, harm, miss) => {
    const outcome = await prove(aPromise(), { ...given, ...harm, seed: 1, scale: 0 });
    expect(outcome).toMatchObject({ reached: 'broke off', misses: [miss] });
  });

  const never = () => new Promise<never>(() => undefined);

  it.each([
    ['play', { play: never }, {}],
    ['check', { check: never }, {}],
    ['plants', { plants: { 'one is lost': never } }, {}],
    ['servers', {}, { openServers: never }],
  ])('whose %s never end is missed when its time is out, and ended', async (_what, harm, options) => {
    const end = jest.fn().mockResolvedValue(undefined);
    const { play } = aPromise(harm);
    const promise = aPromise({
      ...harm,
      play: (stage, figures) => {
        stage.atEnd(end);
        return play(stage, figures);
      },
    });
    const run = { ...given, ...options, seed: 1, scale: 0, isPlanted: true, longestMs: 50 };
    const outcome = await prove(promise, run);
    expect(outcome).toMatchObject({ reached: 'broke off', misses: ['not over in the time it had'] });
    expect(end).toHaveBeenCalledTimes('openServers' in options ? 0 : 1);
  });

  it('has one time for all of it', async () => {
    const after = <T>(ms: number, what: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, what));
    const openServers = () => after(200, {} as Servers);
    const promise = aPromise({ play: () => after(150, []) });
    const outcome = await prove(promise, { openServers, seed: 1, scale: 0, longestMs: 300 });
    expect(outcome.misses).toEqual(['not over in the time it had']);
  });

  it('waits for no ending that never comes, and ends the rest', async () => {
    const ended = jest.fn().mockResolvedValue(undefined);
    const play: AnyPromise['play'] = (stage) => {
      stage.atEnd(ended);
      stage.atEnd(never);
      return Promise.resolve([]);
    };
    const outcome = await prove(aPromise({ play }), { ...given, seed: 1, scale: 0, endingMs: 20 });
    expect(outcome.misses).toEqual([]);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('draws for one part the same, whatever another drew before it', async () => {
    const drawn: number[][] = [];
    const playing =
      (before: number): AnyPromise['play'] =>
      ({ chanceOf }) => {
        const other = chanceOf('other');
        for (let draws = 0; draws < before; draws += 1) other();
        const own = chanceOf('own');
        drawn.push([own(), own(), other()]);
        return Promise.resolve([]);
      };
    for (const before of [0, 3])
      await prove(aPromise({ play: playing(before) }), { ...given, seed: 1, scale: 0 });
    expect(drawn[0]!.slice(0, 2)).toEqual(drawn[1]!.slice(0, 2));
    expect(drawn[0]).not.toEqual(drawn[1]);
  });

  it('has the same chances for the same seed', async () => {
    const play: AnyPromise['play'] = ({ chance }) => Promise.resolve([chance(), chance()]);
    const check: AnyPromise['check'] = (evidence) => ({ reached: JSON.stringify(evidence), misses: [] });
    const run = async (seed: number) =>
      (await prove(aPromise({ play, check }), { ...given, seed, scale: 0 })).reached;
    expect(await run(5)).toBe(await run(5));
    expect(await run(5)).not.toBe(await run(6));
  });
});

describe('the figures', () => {
  it.each([
    [0, 2],
    [0.1, 10],
    [1, 100],
  ])('at %d of the full ones are %i', (scale, count) => {
    expect(scaled({ full: { count: 100 }, short: { count: 2 } }, scale)).toEqual({ count });
  });
});

describe('the page of guarantees', () => {
  const page = ['## Seed 1\n\none', '## Seed 2\n\ntwo', '## Planted faults\n\nall noticed'].reduce(
    pageWith,
    '',
  );

  it('keeps the last two runs, the newest first, and the planted faults', () => {
    expect(page.match(/^## .*/gm)).toEqual(['## Seed 2', '## Seed 1', '## Planted faults']);
    expect(pageWith(page, '## Seed 3').match(/^## .*/gm)).toEqual([
      '## Seed 3',
      '## Seed 2',
      '## Planted faults',
    ]);
  });

  it('has one run of each seed', () => {
    const again = pageWith(page, '## Seed 1\n\nnew');
    expect(again.match(/^## .*/gm)).toEqual(['## Seed 1', '## Seed 2', '## Planted faults']);
    expect(again).toContain('new');
    expect(again).not.toContain('one\n');
  });

  it('says of each run what it was played on', () => {
    const ferretdb = engineOf({ version: '7.0.77', ferretdb: { version: 'v2.7.0' } });
    expect(ferretdb).toBe('FerretDB 2.7.0 over PostgreSQL');
    expect(engineOf({ version: '8.0.4' })).toBe('MongoDB 8.0.4');
    expect(runSection([], { seed: 7, minutes: 3, engine: ferretdb, commit: 'abc1234' })).toContain(
      `, commit abc1234, ${ferretdb}, `,
    );
  });

  it('has a promise played again alone in the row of its seed, without what it missed before', async () => {
    const row = '| R1 | nothing is lost | 2 | 3 lost | **missed** | 4 |';
    const run = pageWith(page, `## Seed 4\n\n${row}\n| R10 | x |\n\nR1: 3 are lost.\n\nR10: y.\n`);
    const outcome = await prove(aPromise(), { ...given, seed: 4, scale: 1 });
    const again = pageWithRows(run, [outcome], { seed: 4, commit: 'abc1234' });
    expect(again).toContain(
      '| R1 | nothing is lost | 100 | 0 lost (played alone, commit abc1234) | kept | 0 |\n| R10 | x |\n',
    );
    expect(again).not.toContain('3 are lost');
    expect(again).toContain('R10: y.');
    expect(pageWithRows(run, [outcome], { seed: 5, commit: 'abc1234' })).toBe(run);
  });

  it('has the plants of a promise played again alone in the row of its seed', async () => {
    const planted = '## Planted faults\n\nOn a day, seed 4: x\n\n| R1 | 0 of 0 |  |\n| R10 | 1 of 1 | y |\n';
    const outcome = await prove(aPromise(), { ...given, seed: 4, scale: 1, isPlanted: true });
    expect(pageWithPlants(planted, [outcome], { seed: 4 })).toContain(
      '| R1 | 1 of 1 | one is lost |\n| R10 | 1 of 1 | y |\n',
    );
    expect(pageWithPlants(planted, [outcome], { seed: 5 })).toBe(planted);
  });
});
