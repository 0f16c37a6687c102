import { AT_ONCE, AT_START, TICKS } from '../../workers/ticks';
import { sourceOf, sourcesIn } from '../support/source-files';

const BY_ITSELF =
  /^export async function (\w+)\((?:\w+|\{[^}]*\}): \w*Deps(?:, \w+ = \w+)?\): Promise<void>/gm;
const FILES = sourcesIn('workers').filter((file) => file !== 'workers/ticks.ts');

/** Called by another worker, it needs no tick of its own. */
const isCalled = (name: string, own: string): boolean =>
  FILES.some((file) => file !== own && new RegExp(`\\b${name}\\(`).test(sourceOf(file)));

const lookingByThemselves = FILES.flatMap((file) =>
  [...sourceOf(file).matchAll(BY_ITSELF)].flatMap(([, name = '']) => (isCalled(name, file) ? [] : [name])),
);

describe('what the workers look after by themselves', () => {
  it('is all among the ticks', () => {
    expect(lookingByThemselves.length).toBeGreaterThan(12);
    const looks = [...Object.values(TICKS), ...Object.values(AT_START)].map(({ name }) => name);
    expect(looks.sort()).toEqual(lookingByThemselves.sort());
  });

  it('begins with what waits to be told', () => {
    expect(AT_ONCE).toContain('sweep');
  });
});
