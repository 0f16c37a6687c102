import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine, isAlive } from './alive.mjs';

/** The pid of the live process that holds a lock file, or `undefined`. */
export function lockHolder(path) {
  const pid = Number(readIfThere(path));
  if (!pid || pid === process.pid || !isAlive(pid)) return undefined;
  const command = commandLine(pid);
  return command && !command.includes('node') ? undefined : pid;
}

/** Takes a lock file for this process; false when somebody alive has it. */
export function takeLock(path) {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (lockHolder(path) || isJustMade(path)) return false;
      rmSync(path, { force: true });
    }
  }
  return false;
}

export function releaseLock(path) {
  if (Number(readIfThere(path)) === process.pid) rmSync(path, { force: true });
}

/** Does the work while holding the lock; waits, with a word, while another process has it. */
export async function withLock(path, say, work) {
  for (let turn = 0; !takeLock(path); turn += 1) {
    if (turn % 20 === 0)
      say(`  … waiting for another run (pid ${readIfThere(path)}) that is installing the same`);
    await pause(500);
  }
  try {
    return await work();
  } finally {
    releaseLock(path);
  }
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

// Between creating the file and writing the pid there is a moment with an empty file.
function isJustMade(path) {
  try {
    return readIfThere(path) === '' && Date.now() - statSync(path).mtimeMs < 5000;
  } catch {
    return false;
  }
}
