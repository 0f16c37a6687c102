import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aFolder, ask, runNode } from '../support/run-script';

describe('Node', () => {
  it.each([
    ['v18.20.4', false],
    ['v20.18.3', false],
    ['v20.19.0', true],
    ['v22.1.0', true],
    ['v24.0.0', true],
  ])('%s is new enough: %s', async (version, isEnough) => {
    expect(await ask('servers/node-version.mjs', `m.isNodeNewEnough('${version}')`)).toBe(isEnough);
  });

  it('that is too old is named together with two ways out', async () => {
    const refused = await ask(
      'servers/node-version.mjs',
      `(() => { try { m.requireNode('v18.0.0') } catch (e) { return [e.message, e.waysOut.length] } })()`,
    );
    expect(refused).toEqual(['Node 20.19 or newer is needed, this is v18.0.0.', 2]);
  });
});

describe('the packages', () => {
  const wanted = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  const areInstalled = (installed: Record<string, unknown>) => {
    const dir = aFolder();
    for (const path of Object.keys(installed)) mkdirSync(join(dir, path), { recursive: true });
    mkdirSync(join(dir, 'node_modules'), { recursive: true });
    const write = (file: string, packages: object) =>
      writeFileSync(join(dir, file), JSON.stringify({ packages }));
    write('package-lock.json', { '': {}, ...wanted });
    write('node_modules/.package-lock.json', installed);
    return ask('servers/install.mjs', `m.arePackagesInstalled('${dir}')`);
  };

  it('fit when they are what the lock file says', async () => {
    expect(await areInstalled(wanted)).toBe(true);
  });

  it('fit without an optional one', async () => {
    expect(await areInstalled({ 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  });

  it('do not fit in another version', async () => {
    expect(await areInstalled({ 'node_modules/a': { version: '1.0.1' } })).toBe(false);
  });

  it('do not fit with one missing or one too many', async () => {
    expect(await areInstalled({})).toBe(false);
    expect(await areInstalled({ ...wanted, 'node_modules/c': { version: '1.0.0' } })).toBe(false);
  });

  it('are missing in a fresh clone', async () => {
    expect(await ask('servers/install.mjs', `m.arePackagesInstalled('${aFolder()}')`)).toBe(false);
  });
});

describe('a lock', () => {
  const take = (text: string) => {
    const path = join(aFolder(), 'x.lock');
    writeFileSync(path, text);
    return ask('servers/lock.mjs', `m.takeLock('${path}')`);
  };

  it('is refused while its holder lives', async () => {
    expect(await take(String(process.pid))).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    expect(await take('4194999')).toBe(true);
  });
});

describe('the summary of npm test', () => {
  const summary = async (work: string) => {
    const code = `import { Results } from './scripts/tests/results.mjs';
      const results = new Results(); ${work}; process.exit(results.print());`;
    const { code: exit, output } = await runNode(['--input-type=module', '-e', code]);
    return { exit, last: output.trimEnd().split('\n').at(-1) };
  };

  it('counts each check as one and jest by its tests', async () => {
    const work = `await results.prepare('servers', async () => 1);
      await results.check('types', async () => true);
      await results.count('jest', async () => ({ passed: 7, failed: 0 }))`;
    expect(await summary(work)).toEqual({ exit: 0, last: '8 passed, 0 failed' });
  });

  it('counts what could not be prepared as failed', async () => {
    const work = `await results.prepare('servers', async () => { throw new Error('no') });
      await results.check('types', async () => true)`;
    expect(await summary(work)).toEqual({ exit: 1, last: '1 passed, 1 failed' });
  });
});
