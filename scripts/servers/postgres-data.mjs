import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDir, checkoutName, makeDir, newRunName, stateDir, sweepDead } from './places.mjs';
import { runSql, startPostgres } from './postgres.mjs';
import { asPostgres, inRoot, POSTGRES_BIN } from './postgres-root.mjs';
import { Problem } from './problem.mjs';
import { runStep } from './processes.mjs';

const HOME = '/var/lib/vidhuk';
const TEMPLATE = `${HOME}/template`;
const NAME_FILE = join(stateDir, 'postgres-data');

/**
 * A data folder ready to start on, `{ path, remove? }`. PostgreSQL runs inside its own root, so the data lie there;
 * they belong to this checkout's `.vidhuk` and are swept when it is deleted. Fresh data are removed at the end.
 */
export async function postgresData({ isFresh, say, waysOut }) {
  makeDir(inRoot(HOME));
  await withLock(join(cacheDir, 'postgres.lock'), say, async () => {
    sweep();
    if (!existsSync(inRoot(TEMPLATE))) await makeTemplate({ say, waysOut });
  });
  const name = isFresh ? newRunName() : checkoutDataName();
  const path = `${HOME}/${name}`;
  if (!existsSync(inRoot(path))) await copyTemplate(path, { say, waysOut });
  const remove = async () => rmSync(inRoot(path), { recursive: true, force: true });
  return isFresh ? { path, remove } : { path };
}

async function copyTemplate(path, { say, waysOut }) {
  const logFile = join(cacheDir, 'logs', 'copy.log');
  const copying = `${HOME}/${newRunName()}`;
  const step = { what: 'laying out an empty database', say, logFile, waysOut };
  await runStep(step, 'cp', ['-a', inRoot(TEMPLATE), inRoot(copying)]);
  if (copying !== path) renameSync(inRoot(copying), inRoot(path));
}

async function makeTemplate({ say, waysOut }) {
  const logs = makeDir(join(cacheDir, 'logs'));
  const draft = `${HOME}/${newRunName()}`;
  const logFile = join(logs, 'initdb.log');
  await runStep({ what: 'preparing its folder', say, logFile, waysOut }, 'chroot', [
    inRoot('/'),
    ...['install', '-d', '-o', 'postgres', '-g', 'postgres', '-m', '700', draft],
  ]);
  const initdb = ['-D', draft, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  const [program, args] = asPostgres(join(POSTGRES_BIN, 'initdb'), initdb);
  await runStep({ what: 'creating the database', say, logFile, waysOut }, program, args);
  await addDocumentdb(draft, { logs, waysOut });
  renameSync(inRoot(draft), inRoot(TEMPLATE));
}

async function addDocumentdb(path, { logs, waysOut }) {
  const logFile = join(logs, 'postgres-first.log');
  const { port, handle } = await startPostgres({ dataPath: path, logFile, waysOut });
  const sqlLog = join(logs, 'documentdb.log');
  const isAdded = await runSql(port, 'create extension documentdb cascade', sqlLog);
  await handle.stop();
  if (!isAdded) {
    throw new Problem('DocumentDB could not be added to PostgreSQL.', waysOut, readFileSync(sqlLog, 'utf8'));
  }
}

function checkoutDataName() {
  const known = existsSync(NAME_FILE) ? readFileSync(NAME_FILE, 'utf8').trim() : '';
  if (known.startsWith(checkoutName)) return known;
  const name = `${checkoutName}-${randomBytes(4).toString('hex')}`;
  makeDir(stateDir);
  writeFileSync(NAME_FILE, name);
  writeFileSync(inRoot(`${HOME}/${name}.owner`), NAME_FILE);
  return name;
}

function sweep() {
  sweepDead(inRoot(HOME));
  for (const entry of readdirSync(inRoot(HOME)).filter((file) => file.endsWith('.owner'))) {
    const name = entry.slice(0, -'.owner'.length);
    if (!isOwned(name)) removeOrphan(name);
  }
}

function isOwned(name) {
  const nameFile = readFileSync(inRoot(`${HOME}/${name}.owner`), 'utf8');
  return existsSync(nameFile) && readFileSync(nameFile, 'utf8').trim() === name;
}

function removeOrphan(name) {
  rmSync(inRoot(`${HOME}/${name}`), { recursive: true, force: true });
  rmSync(inRoot(`${HOME}/${name}.owner`), { force: true });
}
