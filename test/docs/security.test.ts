import { sourceOf } from '../support/source-files';

/** Changed in the other two groups. */
const ELSEWHERE = ['permissions', 'denials', 'moves', 'act', 'after-sending', 'notice', 'notices'];

describe('the page about security', () => {
  it('names every file that the changing of rules leaves out', () => {
    const source = sourceOf('scripts/mutate.mjs');
    const lists = [...source.matchAll(/\[([^\]]+)\]\.map\(butFor\)/g)].map(([, list = '']) => list).join();
    const leftOut = [...lists.matchAll(/'([a-z-]+)'/g)].map(([, name = '']) => name);
    const named = leftOut.filter((name) => !ELSEWHERE.includes(name));
    const lines = sourceOf('docs/security.md').split('\n');
    const said = lines.find((line) => line.startsWith('- Not changed by')) ?? '';
    expect(named).toHaveLength(20);
    expect(named.filter((name) => !said.includes(`\`${name}\``))).toEqual([]);
  });
});
