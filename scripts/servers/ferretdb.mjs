import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canUseApt, whyNoApt } from './apt.mjs';
import { withLock } from './lock.mjs';
import { isMongoReady } from './mongo-ping.mjs';
import { cacheDir, makeDir } from './places.mjs';
import { postgresData } from './postgres-data.mjs';
import { hasPostgresRoot, installPostgresRoot } from './postgres-root.mjs';
import { startPostgres } from './postgres.mjs';
import { findProgram, runStep } from './processes.mjs';
import { startOnFreePort } from './server.mjs';

const MODULE = fileURLToPath(new URL('./ferretdb/', import.meta.url));
const PACKAGE = 'github.com/FerretDB/FerretDB/v2/cmd/ferretdb';
const OLDEST_GO = [1, 25];

/** Says whether everything was built by an earlier run. */
export function hasFerretdb() {
  return existsSync(binary()) && hasPostgresRoot();
}

/** What is missing here to build FerretDB, or `undefined`. */
export function whyNoFerretdb() {
  if (!canUseApt()) return whyNoApt();
  if (existsSync(binary())) return undefined;
  if (!findProgram('go')) return 'there is no Go, and 1.25 or newer is needed';
  const version = goVersion();
  return isGoNewEnough(version) ? undefined : `Go 1.25 or newer is needed, this is Go ${version}`;
}

/** Builds what is not built yet, starts PostgreSQL and FerretDB and answers the address. */
export async function startFerretdb({ say, dir, logDir, isFresh, onStop }, waysOut) {
  await Promise.all([installPostgresRoot({ say, waysOut }), buildFerretdb({ say, waysOut })]);
  const data = await postgresData({ isFresh, say, waysOut });
  if (data.remove) onStop(data.remove);
  const postgres = await startPostgres({
    dataPath: data.path,
    logFile: join(logDir, 'postgres.log'),
    waysOut,
  });
  onStop(postgres.handle.stop);
  const stateDir = makeDir(join(dir, 'ferretdb'));
  const { port, handle } = await startOnFreePort({
    name: 'FerretDB',
    logFile: join(logDir, 'ferretdb.log'),
    command: (free) => [binary(), ferretdbArguments(free, postgres.port, stateDir)],
    isReady: isMongoReady,
    waysOut,
  });
  onStop(handle.stop);
  say(`MongoDB: FerretDB on port ${port} over PostgreSQL on port ${postgres.port}`);
  const uri = `mongodb://127.0.0.1:${port}/vidhuk`;
  return { uri, name: 'FerretDB', handles: [postgres.handle, handle] };
}

function ferretdbArguments(port, postgresPort, stateDir) {
  return [
    `--postgresql-url=postgres://postgres@127.0.0.1:${postgresPort}/postgres`,
    `--listen-addr=127.0.0.1:${port}`,
    '--no-auth',
    '--telemetry=disable',
    '--debug-addr=-',
    '--log-level=warn',
    `--state-dir=${stateDir}`,
  ];
}

async function buildFerretdb({ say, waysOut }) {
  if (existsSync(binary())) return;
  const logFile = join(makeDir(join(cacheDir, 'logs')), 'go-build.log');
  await withLock(join(cacheDir, 'ferretdb.lock'), say, async () => {
    if (existsSync(binary())) return;
    const step = { what: 'building FerretDB 2.7.0', say, logFile, waysOut, cwd: MODULE };
    await runStep(step, 'go', ['build', '-buildvcs=false', '-o', `${binary()}.partial`, PACKAGE]);
    renameSync(`${binary()}.partial`, binary());
  });
}

function binary() {
  const sums = createHash('sha256').update(readFileSync(join(MODULE, 'go.sum')));
  return join(cacheDir, `ferretdb-${sums.digest('hex').slice(0, 12)}`);
}

function goVersion() {
  const said = spawnSync('go', ['version'], { encoding: 'utf8', cwd: '/' }).stdout ?? '';
  return /go(\d+\.\d+(\.\d+)?)/.exec(said)?.[1] ?? 'unknown';
}

function isGoNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_GO[0] || (major === OLDEST_GO[0] && minor >= OLDEST_GO[1]);
}
