import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { aptInstall, canUseApt } from './apt.mjs';
import { cacheDir, makeDir, projectDir } from './places.mjs';
import { Problem } from './problem.mjs';
import { findProgram, runStep } from './processes.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FONTS = ['fonts-dejavu-core', 'fonts-noto-color-emoji'];
const WAYS_OUT = [
  'Install Chromium or Chrome (`apt-get install chromium`, or from its site) and run the command again.',
  'Set CHROMIUM_PATH to the program of a Chromium you have.',
];

/** The path of a Chromium that runs: CHROMIUM_PATH, the PATH, Debian's package, playwright's download. */
export async function findBrowser({ say }) {
  const path = process.env.CHROMIUM_PATH || installedBrowser() || (await installBrowser(say));
  if (isWorking(path)) {
    say(`Browser: ${path}`);
    return path;
  }
  throw new Problem(`the browser ${path} does not start.`, WAYS_OUT);
}

function installedBrowser() {
  return NAMES.map(findProgram).find((path) => path && isWorking(path));
}

async function installBrowser(say) {
  if (canUseApt()) {
    await aptInstall(['chromium', ...FONTS], { say, waysOut: WAYS_OUT }).catch((problem) =>
      say(`  ${problem.message}`),
    );
    const installed = installedBrowser();
    if (installed) return installed;
  }
  return playwrightBrowser(say);
}

async function playwrightBrowser(say) {
  const { chromium } = createRequire(import.meta.url)('playwright-core');
  if (!existsSync(chromium.executablePath())) {
    const logFile = join(makeDir(join(cacheDir, 'logs')), 'browser.log');
    const script = join(projectDir, 'node_modules', 'playwright-core', 'cli.js');
    const step = { what: 'downloading Chromium', say, logFile, waysOut: WAYS_OUT };
    await runStep(step, process.execPath, [script, 'install', 'chromium']);
  }
  return chromium.executablePath();
}

function isWorking(path) {
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}
