import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../sandbox/processes';
import { startTown, type Town } from '../../sandbox/town';

const ROOT = join(__dirname, '../..');
const INSTALL = ['ci', '--ignore-scripts', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
const run = promisify(execFile);

/** What the image holds, and nothing else: packages without scripts and without those of development. */
async function install(home: string): Promise<void> {
  if (process.env['RUN_BUILT'] !== '1') await run('npm', ['run', 'build'], { cwd: ROOT });
  for (const part of ['package.json', 'package-lock.json', 'dist', 'cities'])
    cpSync(join(ROOT, part), join(home, part), { recursive: true });
  await run('npm', INSTALL, { cwd: home });
}

describe('what a city installs, npm ci --ignore-scripts --omit=dev', () => {
  const home = mkdtempSync(join(tmpdir(), 'vidhuk-installed-'));
  let town: Town;
  beforeAll(async () => {
    [town] = await Promise.all([startTown({ bots: 0, workers: 0 }), install(home)]);
  }, 180_000);
  afterAll(async () => {
    await town.stop();
    rmSync(home, { recursive: true });
  });

  it.each(['bot', 'workers'])(
    'runs the %s',
    async (program) => {
      const env = { PATH: process.env['PATH'], ...town.env, PORT: String(await freePort()) };
      const child = spawn(process.execPath, [`dist/${program}/main.js`], { cwd: home, env });
      const ended = once(child, 'exit');
      let said = '';
      const isAtWork = new Promise<void>((resolve) => {
        child.stdout.on('data', (line: Buffer) => {
          said += line.toString();
          if (said.includes('at work')) resolve();
        });
      });
      child.stderr.on('data', (line: Buffer) => (said += line.toString()));
      const code = await Promise.race([isAtWork, ended.then(() => said)]);
      child.kill('SIGTERM');
      await ended;
      expect(code).toBeUndefined();
    },
    60_000,
  );
});
