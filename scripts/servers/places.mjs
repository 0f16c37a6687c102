import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from './alive.mjs';

export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const stateDir = join(projectDir, '.vidhuk');
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'vidhuk');

/** A short name for this checkout, the same every time. */
export const checkoutName = createHash('sha256').update(projectDir).digest('hex').slice(0, 12);

const runsDir = join(stateDir, 'runs');

/** A folder for data that live as long as this process; the name starts with its pid. */
export function newRunDir() {
  sweepDead(runsDir);
  return makeDir(join(runsDir, newRunName()));
}

export function newRunName() {
  return `${process.pid}-${randomBytes(3).toString('hex')}`;
}

/** Removes folders named `<pid>-…` whose process is gone: what a killed run left behind. */
export function sweepDead(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = Number(/^(\d+)-[0-9a-f]{6}$/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

export function makeDir(path) {
  mkdirSync(path, { recursive: true });
  return path;
}
