import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLeftover } from './leftover.mjs';
import { withLock } from './lock.mjs';
import { cacheDir, makeDir } from './places.mjs';
import { isMongoReady } from './mongo-ping.mjs';
import { runStep } from './processes.mjs';
import { startOnFreePort } from './server.mjs';

const DOWNLOADS = join(cacheDir, 'mongodb');
const FOUND = join(DOWNLOADS, 'mongod.path');
const FAILED = join(DOWNLOADS, 'failed-today');
const DAY_MS = 24 * 60 * 60 * 1000;

/** Starts a private `mongod` and answers its address. */
export async function startMongod(program, { say, dir, logDir, onStop }, waysOut) {
  const dataDir = makeDir(join(dir, 'mongod'));
  await waitForLeftover({ name: 'MongoDB', pidFile: join(dataDir, 'mongod.lock'), mark: 'mongod', waysOut });
  const { port, handle } = await startOnFreePort({
    name: 'MongoDB',
    logFile: join(logDir, 'mongod.log'),
    command: (free) => [program, ['--port', free, '--bind_ip', '127.0.0.1', '--dbpath', dataDir]],
    isReady: isMongoReady,
    waysOut,
  });
  onStop(handle.stop);
  say(`MongoDB: ${program} on port ${port}`);
  return { uri: `mongodb://127.0.0.1:${port}/vidhuk`, name: 'mongod', handles: [handle] };
}

/**
 * The path of a `mongod` downloaded now or before, or `undefined` where the host cannot be reached. A failure is
 * remembered for a day, unless nothing else is left to try.
 */
export async function downloadedMongod(say, isLastHope) {
  const before = knownMongod();
  if (before) return before;
  if (hasFailedToday() && !isLastHope) return undefined;
  makeDir(DOWNLOADS);
  if (!(await isHostReachable())) return rememberFailure();
  return withLock(join(DOWNLOADS, 'download.lock'), say, () => knownMongod() ?? download(say));
}

async function download(say) {
  const script = fileURLToPath(new URL('./download-mongod.mjs', import.meta.url));
  const step = { what: 'downloading MongoDB', say, logFile: join(DOWNLOADS, 'download.log'), waysOut: [] };
  try {
    await runStep(step, process.execPath, [script, DOWNLOADS, FOUND]);
    return knownMongod() ?? rememberFailure();
  } catch (problem) {
    say(`  ${problem.message} Another way is tried, and the download not before tomorrow.`);
    return rememberFailure();
  }
}

function knownMongod() {
  if (!existsSync(FOUND)) return undefined;
  const path = readFileSync(FOUND, 'utf8').trim();
  if (existsSync(path)) return path;
  rmSync(FOUND);
  return undefined;
}

function hasFailedToday() {
  return existsSync(FAILED) && Date.now() - statSync(FAILED).mtimeMs < DAY_MS;
}

function rememberFailure() {
  writeFileSync(FAILED, '');
  return undefined;
}

// Behind a proxy only the downloader itself can tell: it knows the proxy, fetch does not.
async function isHostReachable() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  const host = process.env.MONGOMS_DOWNLOAD_MIRROR || 'https://fastdl.mongodb.org';
  return fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(2500) }).then(
    () => true,
    () => false,
  );
}
