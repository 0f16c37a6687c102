import { types } from 'node:util';

const { isNativeError } = types;

const UNAVAILABLE_NAMES = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoPoolClearedError',
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
  // A write of several records tells of a lost connection by its words only.
  if (error.name.startsWith('Mongo') && /^connection \S+ to \S+ closed$/.test(error.message)) return true;
  return UNAVAILABLE_WORDS.some((words) => error.message.includes(words));
}
