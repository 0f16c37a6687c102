import { Problem } from './problem.mjs';

const OLDEST = [20, 19];

/** Says whether a version such as `v20.19.1` can run Vidhuk. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** Throws a Problem when this Node is too old. */
export function requireNode(version = process.version) {
  if (isNodeNewEnough(version)) return;
  throw new Problem(`Node ${OLDEST.join('.')} or newer is needed, this is ${version}.`, [
    'Install Node 20, 22 or 24 from https://nodejs.org and run the command again.',
    'With a version manager: `nvm install 22 && nvm use 22` (or `fnm use 22`, `volta install node@22`).',
  ]);
}
