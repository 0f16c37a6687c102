import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDir, makeDir } from './places.mjs';
import { findProgram, runStep } from './processes.mjs';

const POLICY = '/usr/sbin/policy-rc.d';
const DEBIAN = 'http://deb.debian.org/debian';

export function isRoot() {
  return process.getuid?.() === 0;
}

/** Says whether this machine lets us install Debian packages. */
export function canUseApt() {
  return isRoot() && Boolean(findProgram('apt-get'));
}

/** Why `canUseApt` says no, in words for a person. */
export function whyNoApt() {
  if (!findProgram('apt-get')) return 'there is no apt-get here (not Debian or Ubuntu)';
  return 'this is not root, so packages cannot be installed';
}

/** Installs Debian packages; refreshes the package lists and tries once more when the first try fails. */
export async function aptInstall(packages, { say, waysOut }) {
  const logs = makeDir(join(cacheDir, 'logs'));
  const step = { say, waysOut, logFile: join(logs, 'apt.log'), env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (what, ...args) =>
    runStep({ ...step, what }, 'apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args]);
  const install = () =>
    apt(`installing ${packages.join(', ')}`, 'install', '--no-install-recommends', ...packages);
  await withLock(join(cacheDir, 'apt.lock'), say, () =>
    withoutServices(async () => {
      if (isSimulated(packages)) return install();
      await apt('refreshing the package lists', 'update');
      return install();
    }),
  );
}

function isSimulated(packages) {
  return spawnSync('apt-get', ['-s', 'install', '--no-install-recommends', ...packages]).status === 0;
}

// Debian starts a service when its package is installed; ours are private instances.
async function withoutServices(work) {
  if (existsSync(POLICY)) return work();
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n');
  chmodSync(POLICY, 0o755);
  try {
    return await work();
  } finally {
    rmSync(POLICY, { force: true });
  }
}

/** The Debian mirror that apt uses here; the public one on other systems. */
export function debianMirror() {
  const format = '$(LABEL) $(REPO_URI)';
  const listed =
    spawnSync('apt-get', ['indextargets', '--format', format], { encoding: 'utf8' }).stdout ?? '';
  const found = /^Debian (https?:\/\/\S+)$/m.exec(listed);
  return found ? found[1].replace(/\/$/, '') : DEBIAN;
}

export function isUbuntu() {
  return existsSync('/etc/os-release') && /^ID=ubuntu/m.test(readFileSync('/etc/os-release', 'utf8'));
}
