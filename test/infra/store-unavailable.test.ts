import { isStoreUnavailable } from '../../infra/store-unavailable';

const FULL = [
  'PANIC: could not write to log file "000000010000000000000002" at offset 8912896, length 8192: File too large',
  'could not extend file "base/5/16384": No space left on device',
  'terminating connection because of crash of another server process',
  'MISCONF Errors writing to the AOF file: No space left on device',
  "OOM command not allowed when used memory > 'maxmemory'.",
];

describe('what a store says that has no room', () => {
  it.each(FULL)('is no mistake of ours: %s', (words) => {
    expect(isStoreUnavailable(new Error('it failed', { cause: new Error(words) }))).toBe(true);
  });

  it('may be lost sight of in the middle of several records', () => {
    const lost = Object.assign(new Error('connection 34 to 127.0.0.1:27017 closed'), {
      name: 'MongoBulkWriteError',
    });
    expect(isStoreUnavailable(lost)).toBe(true);
  });

  it('is not what a wrong record says', () => {
    expect(isStoreUnavailable(new Error('Path `status` is required.'))).toBe(false);
  });
});
