import { types } from 'node:util';

const { isNativeError } = types;

const UNAVAILABLE_NAMES = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoPoolClosedError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoClientClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MaxRetriesPerRequestError',
  'ConnectionClosedError',
]);

const UNAVAILABLE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Shutting down, not primary, starting up, PostgreSQL behind FerretDB away, no room left on the disk. */
const UNAVAILABLE_MONGO_CODES = new Set([14031, 11600, 11602, 10107, 13435, 13436, 189, 91, 7, 6, 89, 9001]);

const UNAVAILABLE_WORDS = [
  'before initial connection is complete',
  'MongoDB is not connected yet',
  "Stream isn't writeable",
  'Connection is closed',
  'Command timed out',
  'LOADING Redis is loading',
  'is currently in recovery mode',
  'failed to connect to',
  'the database system is',
  'connection refused',
  // A full disk or memory: nothing can be kept, so nothing may be acknowledged.
  'No space left on device',
  'could not extend file',
  'could not write to log file',
  'because of crash of another server process',
  'OutOfDiskSpace',
  'OOM command not allowed',
  'MISCONF',
  'READONLY You can',
];

/** A write of several records tells of a lost connection by its words only: MongoDB driver 7.8.0 keeps no more of the cause. */
const LOST_LINK = new RegExp(
  [
    ...['connection \\S+ to \\S+ (closed|timed out)', 'Connection to \\S+ interrupted'],
    ...['Connection pool for \\S+ was cleared', 'Attempted to check out a connection from closed'],
    ...['Timed out while checking out a connection', 'Server selection timed out', 'Topology is closed'],
    ...['unexpected error writing to socket', 'Socket ', '(read|write|connect) E[A-Z]+'],
    ...['Operation interrupted', 'Client (must be connected|was closed)', 'MongoClient must be connected'],
  ]
    .map((words) => `^${words}`)
    .join('|'),
);

/** True when a store could not be reached, so that the same thing may be tried again later; false for every real mistake. */
export function isStoreUnavailable(error: unknown): boolean {
  for (let cause = error, depth = 0; isNativeError(cause) && depth < 5; cause = cause.cause, depth += 1) {
    if (tells(cause)) return true;
  }
  return false;
}

function tells(error: Error): boolean {
  if (UNAVAILABLE_NAMES.has(error.name)) return true;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && UNAVAILABLE_CODES.has(code)) return true;
  if (typeof code === 'number' && error.name.startsWith('Mongo') && UNAVAILABLE_MONGO_CODES.has(code))
    return true;
  if (error.name === 'MongoBulkWriteError' && LOST_LINK.test(error.message)) return true;
  return UNAVAILABLE_WORDS.some((words) => error.message.includes(words));
}
