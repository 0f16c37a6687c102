import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { makeDir, projectDir, stateDir } from './places.mjs';
import { runStep } from './processes.mjs';

const WAYS_OUT = [
  'Check the network and the registry (`npm ping`), then run the command again.',
  'Run `npm ci` by hand to see everything it says; `npm install` repairs a lock file that does not fit package.json.',
];

/** Runs `npm ci`, without the packages' own scripts, when node_modules is not what the lock file says. */
export async function installPackages({ say }) {
  if (arePackagesInstalled(projectDir)) return;
  makeDir(stateDir);
  await withLock(join(stateDir, 'npm.lock'), say, async () => {
    if (arePackagesInstalled(projectDir)) return;
    say('Packages: node_modules does not match package-lock.json, running npm ci');
    const step = {
      what: 'npm ci',
      say,
      logFile: join(stateDir, 'npm-ci.log'),
      waysOut: WAYS_OUT,
      cwd: projectDir,
    };
    await runStep(step, 'npm', ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']);
  });
}

/** Compares the lock file with npm's own record of what it installed; optional packages may be missing. */
export function arePackagesInstalled(dir) {
  const installedFile = join(dir, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = packagesOf(join(dir, 'package-lock.json'));
  const installed = packagesOf(installedFile);
  const isThere = ([path, { version, optional }]) =>
    installed[path] ? installed[path].version === version : Boolean(optional) && !existsSync(join(dir, path));
  return (
    Object.entries(wanted).every(isThere) &&
    Object.keys(installed).every((path) => path in wanted && existsSync(join(dir, path)))
  );
}

function packagesOf(file) {
  const { packages } = JSON.parse(readFileSync(file, 'utf8'));
  delete packages[''];
  return packages;
}
