import { mongo } from 'mongoose';
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

  it.each([
    new mongo.MongoNetworkError('connection 34 to 127.0.0.1:27017 closed'),
    new mongo.MongoNetworkTimeoutError('connection 34 to 127.0.0.1:27017 timed out'),
    new mongo.MongoNetworkError('Connection to 127.0.0.1:27017 interrupted due to server monitor timeout'),
    new mongo.MongoNetworkError(
      'Connection pool for 127.0.0.1:27017 was cleared because another operation failed with: "x"',
    ),
    new mongo.MongoNetworkError('read ECONNRESET'),
    new mongo.MongoNetworkError('connect ECONNREFUSED 127.0.0.1:27017'),
    new mongo.MongoNetworkError('unexpected error writing to socket'),
    new mongo.MongoTopologyClosedError(),
    new mongo.MongoNotConnectedError('Client must be connected before running operations'),
  ])('may be lost sight of in the middle of several records: $message', (cause) => {
    const result = {} as mongo.BulkWriteResult;
    expect(isStoreUnavailable(new mongo.MongoBulkWriteError(cause, result))).toBe(true);
    expect(isStoreUnavailable(cause)).toBe(true);
  });

  it.each([
    { message: 'E11000 duplicate key error', code: 11000 },
    { message: 'Document failed validation', code: 121 },
  ])('does not say so of a record that may not be: $message', (refused) => {
    const result = {} as mongo.BulkWriteResult;
    expect(isStoreUnavailable(new mongo.MongoBulkWriteError(refused, result))).toBe(false);
  });

  it('is not what a wrong record says', () => {
    expect(isStoreUnavailable(new Error('Path `status` is required.'))).toBe(false);
  });
});
