import { existsSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, debianMirror, isUbuntu } from './apt.mjs';
import { withLock } from './lock.mjs';
import { cacheDir, makeDir } from './places.mjs';
import { Problem } from './problem.mjs';
import { findProgram, runStep } from './processes.mjs';

const ROOT = join(cacheDir, 'postgres-18-documentdb');
const NEEDED_GB = 3;

export const POSTGRES_BIN = '/usr/lib/postgresql/18/bin';

export function hasPostgresRoot() {
  return existsSync(ROOT);
}

/** The path on this machine of a path inside the root. */
export function inRoot(path) {
  return join(ROOT, path);
}

/** The command that runs a program of the root as its user `postgres`. */
export function asPostgres(program, args) {
  const user = ['--reuid=postgres', '--regid=postgres', '--clear-groups', '--pdeathsig', 'INT'];
  return ['chroot', [ROOT, '/usr/bin/setpriv', ...user, program, ...args.map(String)]];
}

/** Makes a small Debian with PostgreSQL and DocumentDB inside the cache folder. */
export async function installPostgresRoot({ say, waysOut }) {
  if (hasPostgresRoot()) return;
  makeDir(cacheDir);
  await withLock(join(cacheDir, 'postgres.lock'), say, async () => {
    if (hasPostgresRoot()) return;
    requireDisk(waysOut);
    await installDebootstrap({ say, waysOut });
    await bootstrap({ say, waysOut });
  });
}

async function installDebootstrap(step) {
  const keys = isUbuntu() ? ['debian-archive-keyring'] : [];
  if (findProgram('debootstrap') && keys.length === 0) return;
  await aptInstall(['debootstrap', ...keys], step);
}

async function bootstrap({ say, waysOut }) {
  const partial = `${ROOT}.partial`;
  removeTree(partial);
  const logFile = join(makeDir(join(cacheDir, 'logs')), 'debootstrap.log');
  const mirror = isUbuntu() ? 'http://deb.debian.org/debian' : debianMirror();
  await runStep({ what: 'unpacking PostgreSQL 18 with DocumentDB', say, logFile, waysOut }, 'debootstrap', [
    '--variant=minbase',
    '--include=postgresql-18-documentdb',
    'forky',
    partial,
    mirror,
    'sid',
  ]);
  rmSync(join(partial, 'var/cache/apt/archives'), { recursive: true, force: true });
  renameSync(partial, ROOT);
}

// An interrupted debootstrap may have left /proc or /sys mounted inside: those must never be deleted.
function removeTree(path) {
  const isMounted = existsSync('/proc/mounts') && readFileSync('/proc/mounts', 'utf8').includes(` ${path}/`);
  if (!isMounted) return rmSync(path, { recursive: true, force: true });
  throw new Problem(`an interrupted installation left file systems mounted under ${path}.`, [
    `Unmount them: \`umount ${path}/proc ${path}/sys\`, then run the command again.`,
    'Restart the machine, then run the command again.',
  ]);
}

function requireDisk(waysOut) {
  const { bavail, bsize } = statfsSync(cacheDir);
  const freeGb = (bavail * bsize) / 1024 ** 3;
  if (freeGb >= NEEDED_GB) return;
  throw new Problem(`${NEEDED_GB} GB of disk are needed in ${cacheDir}, ${freeGb.toFixed(1)} GB are free.`, [
    'Free some space, or set XDG_CACHE_HOME to a folder on a bigger disk.',
    ...waysOut,
  ]);
}
