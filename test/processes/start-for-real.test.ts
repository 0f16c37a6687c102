import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../../sandbox/processes';
import { startTown, type Town } from '../../sandbox/town';

const ROOT = join(__dirname, '../..');

describe('npm start with BOT_TOKEN', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ bots: 0, workers: 0 });
  });
  afterAll(() => town.stop());

  it('runs bot and workers against the messenger the settings name, and ends both on Ctrl-C', async () => {
    const port = await freePort();
    const env = { ...process.env, ...town.env, SANDBOX: '0', PORT: String(port) };
    const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: ROOT, env, stdio: 'ignore' });
    const ended = once(child, 'exit');
    try {
      const olena = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
      await olena.says('/start');
      await olena.waits(/Відгук/, { timeoutMs: 60_000 });
    } finally {
      child.kill('SIGINT');
      await ended;
    }
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow();
  }, 90_000);
});
