import { existsSync, readFileSync, rmSync } from 'node:fs';
import { commandLine, isAlive } from './alive.mjs';
import { Problem } from './problem.mjs';
import { waitUntil } from './processes.mjs';

/**
 * Waits for a server that a killed run left to end, so that two never write the same data. The pid in the file may
 * belong to somebody else by now: only a process with `mark` in its command line counts.
 */
export async function waitForLeftover({ name, pidFile, mark, waysOut }) {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const hasLeft = () => !pid || !isAlive(pid) || !commandLine(pid).includes(mark);
  if (await waitUntil({ hasExited: false }, hasLeft, 10_000)) return rmSync(pidFile, { force: true });
  throw new Problem(`${name} (pid ${pid}) of an earlier run still holds its data.`, [
    `Stop it: \`kill -INT ${pid}\`, then run the command again.`,
    ...waysOut,
  ]);
}
