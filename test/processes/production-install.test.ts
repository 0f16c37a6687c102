import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, runProgram } from '../../sandbox/processes';
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
      const env = { PATH: process.env['PATH']!, ...town.env, PORT: String(await freePort()) };
      let atWork = () => {};
      const isAtWork = new Promise<void>((resolve) => (atWork = resolve));
      const say = (line: string) => void (line.includes('at work') && atWork());
      const running = runProgram(program, `dist/${program}/main.js`, { cwd: home, env, say });
      const code = await Promise.race([isAtWork, running.ended]);
      await running.stop();
      expect(code).toBeUndefined();
    },
    60_000,
  );
});
