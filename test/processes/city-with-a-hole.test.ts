import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../support/run-script';

jest.setTimeout(60_000);

const SAMPLE = join(__dirname, '../../cities/sample');
const NOWHERE = {
  BOT_TOKEN: '123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  MONGODB_URI: 'mongodb://127.0.0.1:9/none',
  REDIS_URL: 'redis://127.0.0.1:9',
};

describe('a process with a hole in its city pack', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'city-'));
    cpSync(SAMPLE, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it.each(['bot/main.ts', 'workers/main.ts'])(
    'refuses to start and names file, line and field (%s)',
    async (main) => {
      const path = join(dir, 'categories/waste.yaml');
      const pack = readFileSync(path, 'utf8');
      const line = pack.slice(0, pack.indexOf('  - code: ')).split('\n').length;
      writeFileSync(path, pack.replace(/ {4}duplicateRadiusM: .*\n/, ''));
      const { code, output } = await runNode(['--import', 'tsx', main], {
        env: { ...NOWHERE, CITY_DIR: dir },
      });
      expect(code).toBe(1);
      expect(output).toMatch(
        `categories/waste.yaml, line ${line}, categories.0.duplicateRadiusM: should be metres`,
      );
    },
  );
});
