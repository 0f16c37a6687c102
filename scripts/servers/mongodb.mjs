import { hasFerretdb, startFerretdb, whyNoFerretdb } from './ferretdb.mjs';
import { downloadedMongod, startMongod } from './mongod.mjs';
import { Problem } from './problem.mjs';
import { findProgram } from './processes.mjs';

const WAYS_OUT = [
  'Install MongoDB 7 or 8 so that `mongod` is on the PATH, or allow fastdl.mongodb.org, and run the command again.',
  'Start one with Docker (`docker run -d -p 127.0.0.1:27017:27017 mongo:8`) and set MONGODB_URI=mongodb://127.0.0.1:27017/vidhuk.',
];

/**
 * The first MongoDB that works: MONGODB_URI, `mongod` on the PATH, a downloaded `mongod`, FerretDB built here.
 * `place` is `{ say, dir, logDir, isFresh, onStop }`; answers `{ uri, name, handles }`.
 */
export async function startMongodb(place) {
  const { say } = place;
  if (process.env.MONGODB_URI) {
    say('MongoDB: the one in MONGODB_URI');
    return { uri: process.env.MONGODB_URI, name: 'MONGODB_URI', handles: [] };
  }
  const missing = whyNoFerretdb();
  const program = findProgram('mongod') ?? (await downloadedMongod(say, Boolean(missing)));
  if (program) return startMongod(program, place, WAYS_OUT);
  if (missing)
    throw new Problem(`MongoDB is missing and cannot be made here: ${missing}.`, waysOutWith(missing));
  if (!hasFerretdb()) say('MongoDB: building FerretDB over PostgreSQL here, about 2 minutes, only this once');
  return startFerretdb(place, WAYS_OUT);
}

function waysOutWith(missing) {
  return /\bGo\b/.test(missing)
    ? [...WAYS_OUT, 'Install Go 1.25 or newer from https://go.dev/dl: FerretDB can then be built here.']
    : WAYS_OUT;
}
