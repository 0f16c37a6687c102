import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROJECT = join(__dirname, '..', '..');

export interface Ran {
  code: number | null;
  output: string;
}

export interface RunOptions {
  env?: Record<string, string>;
  /** Sends SIGTERM as soon as the output has this text. */
  stopAt?: string;
  /** The folder it runs in; the project's unless said. */
  folder?: string;
}

/** Runs Node with these arguments in the project and answers all it wrote. */
export function runNode(
  args: string[],
  { env = {}, stopAt, folder = PROJECT }: RunOptions = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, env: { PATH: process.env['PATH'], ...env } });
    let output = '';
    const add = (chunk: Buffer) => {
      output += chunk.toString();
      if (stopAt && output.includes(stopAt)) child.kill('SIGTERM');
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** Evaluates an expression with a module of scripts/ as `m` and answers what it prints. */
export async function ask(module: string, expression: string, env: Record<string, string> = {}) {
  const code = `const m = await import('./scripts/${module}'); console.log(JSON.stringify(await (${expression})))`;
  const { output } = await runNode(['--input-type=module', '-e', code], { env });
  return JSON.parse(output) as unknown;
}

export function aFolder() {
  return mkdtempSync(join(tmpdir(), 'vidhuk-test-'));
}

/** A folder to use as PATH that has a shell, this Node and the given programs (name → text of the program). */
export function aPath(programs: Record<string, string> = {}) {
  const folder = aFolder();
  symlinkSync('/bin/sh', join(folder, 'sh'));
  symlinkSync(process.execPath, join(folder, 'node'));
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), text);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}
