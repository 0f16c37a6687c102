import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newRunDir, projectDir } from '../servers/places.mjs';
import { startProcess } from '../servers/processes.mjs';

const JEST = 'node_modules/jest/bin/jest.js';
const LINGER_MS = 20_000;

/** Runs jest and answers `{ passed, failed }`; a jest that could not run, or would not end, is one failure. */
export async function runJest(args, env) {
  const dir = newRunDir();
  const report = join(dir, 'jest.json');
  const words = [JEST, '--json', `--outputFile=${report}`, ...args];
  const jest = startProcess('jest', process.execPath, words, { env, cwd: projectDir });
  const hasEnded = await Promise.race([jest.exited.then(() => true), lingers(jest, report)]);
  if (!hasEnded) {
    console.log(
      `jest has its results but does not end: a test left something open (${LINGER_MS / 1000} s waited)`,
    );
    await jest.stop();
  }
  const { code } = await jest.exited;
  const counts = countTests(report, code);
  rmSync(dir, { recursive: true, force: true });
  return hasEnded ? counts : { ...counts, failed: counts.failed + 1 };
}

async function lingers(jest, report) {
  while (!jest.hasExited && !existsSync(report)) await pause(1000);
  await pause(LINGER_MS, undefined, { ref: false });
  return false;
}

function countTests(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
}
