import { ownFileIn, ownHandle } from '../../domain/own-file';

describe('a handle', () => {
  it('of a file of ours leads back to it, colons in its name and all', () => {
    const file = { copyId: 'abc', name: 'акт: 12:30.pdf' };
    expect(ownFileIn(ownHandle(file))).toEqual(file);
    expect(ownFileIn('own:abc')).toEqual({ copyId: 'abc', name: '' });
    expect(ownFileIn('AgACAgIAAx')).toBeUndefined();
    expect(ownFileIn('disown:abc:x')).toBeUndefined();
  });
});
