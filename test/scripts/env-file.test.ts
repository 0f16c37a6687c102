import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, runNode } from '../support/run-script';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const LOADER = './scripts/load-env-file.mjs';

const LOOK = ['-e', 'process.stdout.write(`${process.env.CITY_DIR} ${process.env.LOG_LEVEL}`)'];
const seenIn = (folder: string) =>
  runNode(['--import', join(ROOT, LOADER), ...LOOK], { folder, env: { LOG_LEVEL: 'warn' } });

describe('the file .env', () => {
  it('adds what the environment does not say already', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, '.env'), 'CITY_DIR=cities/our\nLOG_LEVEL=debug\n');
    expect(await seenIn(folder)).toEqual({ code: 0, output: 'cities/our warn' });
  });

  it('may be absent', async () => {
    expect(await seenIn(aFolder())).toEqual({ code: 0, output: 'undefined warn' });
  });

  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it.each(['bot', 'workers', 'doctor', 'report', 'backup', 'restore', 'retention'])(
    'is read by npm run %s',
    (name) => {
      expect(scripts[name]).toContain(`node --import ${LOADER} --import tsx`);
    },
  );

  it('is given to every built program the pages tell to start outside a container', () => {
    const lines = ['README.md', 'docs/operations.md'].flatMap((file) => read(file).split('\n'));
    const started = lines.filter((line) => /dist\/(bot|workers)\/main\.js/.test(line));
    expect(started.length).toBeGreaterThan(2);
    for (const line of started) expect(line).toContain('node --env-file=.env dist/');
  });
});
