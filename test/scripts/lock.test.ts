import { join } from 'node:path';
import { lockedPackages } from '../support/lock-file';
import { runNode } from '../support/run-script';
import { sourceOf } from '../support/source-files';

const PUBLIC = /^https:\/\/registry\.npmjs\.org\/(?:@[^/]+\/)?[^/]+\/-\/[^/]+\.tgz$/;

/** They have scripts of their own and work without: each brings what it needs as a package for the machine. */
const SCRIPTS_NOT_NEEDED = ['@parcel/watcher', '@swc/core', 'esbuild', 'fsevents', 'msgpackr-extract', 'unrs-resolver']; // prettier-ignore

const locked = lockedPackages();

const manifest = JSON.parse(sourceOf('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'scripts',
  Record<string, string>
>;

const npm =
  process.env['npm_execpath'] ?? join(process.execPath, '../../lib/node_modules/npm/bin/npm-cli.js');

describe('the lock', () => {
  it('holds every package by its version and a sum nobody can forge', () => {
    expect(locked.length).toBeGreaterThan(500);
    for (const { name, version, integrity } of locked)
      expect(`${name} ${version} ${integrity}`).toMatch(/ \d+\.\d+\.\d+\S* sha512-[A-Za-z0-9+/]{86}==$/);
  });

  it('takes nothing from git, a plain address, a folder or a registry of somebody’s own', () => {
    const odd = locked.filter(
      ({ resolved, link }) => link || (resolved !== undefined && !PUBLIC.test(resolved)),
    );
    expect(odd.map(({ name }) => name)).toEqual([]);
    const { dependencies, devDependencies } = manifest;
    for (const range of Object.values({ ...dependencies, ...devDependencies })) expect(range).toMatch(/^\^?\d+\.\d+\.\d+$/); // prettier-ignore
  });

  it('needs no script to be run at installing', () => {
    const withScripts = locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
    expect(withScripts.filter((name) => !SCRIPTS_NOT_NEEDED.includes(name))).toEqual([]);
  });

  it('is installed without scripts by our commands and by whoever installs by hand', async () => {
    expect(sourceOf('scripts/servers/install.mjs')).toMatch(/'npm', \['ci', '--ignore-scripts',/);
    const { output } = await runNode([npm, 'config', 'get', 'ignore-scripts']);
    expect(output.trim()).toBe('true');
  });

  it('has none of our own either, which would not run', () => {
    const passedOver = Object.keys(manifest.scripts).filter((name) =>
      /^(pre|post|install|prepare)/.test(name),
    );
    expect(passedOver).toEqual([]);
  });
});

describe('the bill of materials', () => {
  it('is made offline, with what the product runs on and nothing else', async () => {
    const args = manifest.scripts['sbom']?.split(' ').slice(1) ?? [];
    const { code, output } = await runNode([npm, ...args, '--offline']);
    expect(code).toBe(0);
    const bill = JSON.parse(output) as { bomFormat: string; components: { name: string; version: string }[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = bill.components.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['grammy', 'bullmq', 'mongoose', 'hono', 'pino']));
    for (const dev of ['jest', 'eslint', 'typescript', 'prettier']) expect(names).not.toContain(dev);
    expect(output).not.toMatch(/127\.0\.0\.1|localhost/);
  });
});
