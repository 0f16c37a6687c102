import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const PROJECT = join(__dirname, '..');
/** More than the 10 s a program promises: one that takes longer is seen to. */
const GRACE_MS = 10_500;
const LINES_KEPT = 20;

export interface Running {
  readonly name: string;
  /** Resolves when it has ended, with a sentence that says how. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  /** SIGTERM, and SIGKILL when that takes too long. */
  stop(): Promise<Stopped>;
  kill(): Promise<Stopped>;
  /** SIGSTOP and SIGCONT: it stands still and goes on as if nothing had been. */
  freeze(): void;
  thaw(): void;
}

export interface Stopped {
  readonly code: number | null;
  readonly ms: number;
}

export interface ProcessOptions {
  env: Record<string, string>;
  /** More leaves others more of the machine: 0 as usual, at most 19. */
  niceness?: number;
  /** The project, unless it was installed elsewhere. */
  cwd?: string;
  say: (line: string) => void;
}

/** Starts one of the real programs of the product, as source or as built, from the environment alone. */
export function runProgram(
  name: string,
  file: string,
  { env, niceness, cwd = PROJECT, say }: ProcessOptions,
): Running {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const [command, ...args] = tied([process.execPath, ...loader, file]);
  const child = spawn(command!, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (niceness && child.pid) setPriority(child.pid, niceness);
  const lastLines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > LINES_KEPT) lastLines.shift();
      say(`${name} | ${line}`);
    });
  }
  let hasEnded = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${name} could not start: ${error.message}`));
    child.once('close', (code, signal) => resolve(tell({ name, code, signal, lastLines })));
  }).finally(() => (hasEnded = true));
  const end = (signal: NodeJS.Signals) => stop(child, ended, signal);
  const send = (signal: NodeJS.Signals) => () => void (hasEnded || child.kill(signal));
  return {
    ...{ name, ended, hasEnded: () => hasEnded, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') },
    ...{ freeze: send('SIGSTOP'), thaw: send('SIGCONT') },
  };
}

interface End {
  name: string;
  code: number | null;
  signal: string | null;
  lastLines: string[];
}

function tell({ name, code, signal, lastLines }: End): string {
  const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
  return [`${name} ${how}.`, ...lastLines.map((line) => `  ${line}`)].join('\n');
}

async function stop(child: ChildProcess, ended: Promise<string>, signal: NodeJS.Signals): Promise<Stopped> {
  const since = performance.now();
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await ended.finally(() => clearTimeout(timer));
  return { code: child.exitCode, ms: performance.now() - since };
}

/** On Linux the kernel ends the program when we die without a word. */
function tied(command: string[]): string[] {
  const canTie =
    process.platform === 'linux' && spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true']).status === 0;
  return canTie ? ['setpriv', '--pdeathsig', 'TERM', ...command] : command;
}

/** Waits until the address answers 200 or the program ends. */
export async function untilReady(url: string, program: Running, timeoutMs = 60_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (program.hasEnded()) throw new Error(await program.ended);
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await pause(100);
  }
  throw new Error(`${program.name} is not ready after ${timeoutMs / 1000} s (${url})`);
}

/** Below the ports of servers that are killed and come back to them, and below those the system gives by itself. */
let unused = randomInt(10_000, 19_900);

/** The wished port, or the next free one; without a wish, one that nobody here was given before. */
export async function freePort(wished?: number): Promise<number> {
  const from = wished ?? unused;
  for (let port = from; ; port += 1) {
    if (wished === undefined) unused = port + 1;
    if (await canListen(port)) return port;
    if (port >= from + 50) throw new Error(`no free port from ${from} to ${port}`);
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
