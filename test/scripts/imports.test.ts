import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aFolder, runNode } from '../support/run-script';

const ROOT = join(__dirname, '..', '..');

/** A project of three packages whose bot is this file. */
function aProject(bot: string): string {
  const folder = aFolder();
  const packages = ['installed', 'for-work-only', 'nobodys'];
  const files = {
    'package.json':
      '{ "dependencies": { "installed": "1.0.0" }, "devDependencies": { "for-work-only": "1.0.0" } }',
    'tsconfig.json': '{}',
    'bot/main.ts': bot,
    ...Object.fromEntries(packages.map((name) => [`node_modules/${name}/index.js`, 'exports.at = 1;'])),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const check = (bot: string) => {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(ROOT, '.dependency-cruiser.cjs');
  return runNode([program, '--config', rules, 'bot'], { folder: aProject(bot) });
};

describe('the imports of the product', () => {
  it('are of packages that a city installs, and of types alone from others', async () => {
    const { code, output } = await check(
      "import type { A } from 'for-work-only';\nimport { at } from 'installed';\nexport const a: A = at;\n",
    );
    expect(output).toContain('no dependency violations');
    expect(code).toBe(0);
  });

  it('of anything else do not pass', async () => {
    const { code, output } = await check("import 'for-work-only';\nimport 'nobodys';\nimport 'installed';\n");
    const refused = output.match(/runs-on-what-is-installed: bot\/main\.ts → \S+/g) ?? [];
    expect(refused.map((line) => line.split('/').at(-2)).sort()).toEqual(['for-work-only', 'nobodys']);
    expect(code).not.toBe(0);
  });
});
