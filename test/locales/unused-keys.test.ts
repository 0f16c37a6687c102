import { expand } from './key-families';
import { keysInCode } from './keys-in-code';
import { textsOf } from './read-texts';

describe('the keys of the texts', () => {
  it('are each asked for somewhere', () => {
    const code = keysInCode();
    const used = new Set([...expand(code).map(({ key }) => key), ...code.literals.map(({ text }) => text)]);
    expect(textsOf('uk').flatMap(({ key }) => (used.has(key) ? [] : [key]))).toEqual([]);
  });
});
