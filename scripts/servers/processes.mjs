import { spawn, spawnSync } from 'node:child_process';
import { openSync, readFileSync, closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from './problem.mjs';

const started = new Set();
let canTie;
let isClosing = false;

/** The path of a program on the PATH, or `undefined`. */
export function findProgram(name) {
  const found = spawnSync('/bin/sh', ['-c', 'command -v "$1"', 'sh', name], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

/**
 * Starts a long-lived program in its own process group, so that Ctrl-C reaches only us and we stop things in order.
 * On Linux the kernel ends it if we die without a word.
 */
export function startProcess(name, command, args, options = {}) {
  if (isClosing) throw new Error(`${name} is not started: everything is being stopped`);
  const { logFile, stopSignal = 'SIGTERM', graceMs = 10_000, env, cwd } = options;
  const log = logFile ? openSync(logFile, 'w') : undefined;
  const [file, ...rest] = tie(stopSignal, [command, ...args.map(String)]);
  const stdio = ['ignore', log ?? 'inherit', log ?? 'inherit'];
  const child = spawn(file, rest, { cwd, env: { ...process.env, ...env }, stdio, detached: true });
  if (log !== undefined) closeSync(log);
  return follow({ name, child, stopSignal, graceMs, logFile });
}

function follow(process) {
  const { child, stopSignal, graceMs } = process;
  const handle = { ...process, isServer: false, hasExited: false, isStopping: false };
  started.add(handle);
  handle.exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, error }));
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, signal }));
  }).then((result) => {
    handle.hasExited = true;
    started.delete(handle);
    return result;
  });
  handle.stop = () => stopProcess(handle, stopSignal, graceMs);
  handle.kill = () => {
    handle.isStopping = true;
    signalGroup(handle, 'SIGKILL');
    return handle.exited;
  };
  return handle;
}

async function stopProcess(handle, signal, graceMs) {
  handle.isStopping = true;
  if (handle.hasExited) return;
  signalGroup(handle, signal);
  const gone = await Promise.race([handle.exited, pause(graceMs, undefined, { ref: false })]);
  if (!gone) signalGroup(handle, 'SIGKILL');
  await handle.exited;
}

function signalGroup({ child }, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/** Ends everything: first steps and programs, then, after `finish`, the servers that are still there. Nothing starts any more. */
export async function closeDown(finish) {
  isClosing = true;
  await stopAll((handle) => !handle.isServer);
  await finish();
  await stopAll(() => true);
}

function stopAll(isMeant) {
  return Promise.all([...started].filter(isMeant).map((handle) => handle.stop()));
}

/** Kills every program we started, at once and without waiting. */
export function killAllHard() {
  for (const handle of started) signalGroup(handle, 'SIGKILL');
}

function tie(signal, command) {
  canTie ??=
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0;
  return canTie ? ['setpriv', '--pdeathsig', signal.replace('SIG', ''), ...command] : command;
}

/** The last lines of a log, to show with a failure. */
export function logTail(path, lines = 12) {
  try {
    return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/**
 * Runs a program to its end with a line of progress every ten seconds; its output goes to a log.
 * Throws a Problem with the end of the log when it fails.
 */
export async function runStep(step, command, args) {
  const { what, say, logFile, waysOut, env, cwd } = step;
  const from = Date.now();
  const handle = startProcess(what, command, args, { logFile, env, cwd, stopSignal: 'SIGINT' });
  const ticker = setInterval(() => {
    const latest = logTail(logFile, 1)
      .replace(/^npm warn.*/, '')
      .trim()
      .slice(0, 90);
    say(`  … ${what}, ${seconds(from)} s${latest ? `: ${latest}` : ''}`);
  }, 10_000);
  const { code, error } = await handle.exited;
  clearInterval(ticker);
  if (code === 0) return say(`  ${what}: done in ${seconds(from)} s`);
  throw new Problem(
    `${what} did not work (${command}, code ${code}).`,
    waysOut,
    error?.message ?? logTail(logFile),
  );
}

function seconds(from) {
  return Math.round((Date.now() - from) / 1000);
}

/** Waits until `check` says yes; answers false when the program ends or the time is out first. */
export async function waitUntil(handle, check, timeoutMs = 30_000) {
  const until = Date.now() + timeoutMs;
  while (!handle.hasExited && Date.now() < until) {
    if (await check()) return true;
    await pause(100);
  }
  return false;
}
