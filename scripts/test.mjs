import { findBrowser } from './servers/browser.mjs';
import { installPackages } from './servers/install.mjs';
import { runCommand } from './servers/lifetime.mjs';
import { requireNode } from './servers/node-version.mjs';
import { projectDir } from './servers/places.mjs';
import { startProcess } from './servers/processes.mjs';
import { prepareServices } from './services.mjs';
import { runJest } from './tests/jest.mjs';
import { Results } from './tests/results.mjs';

const CHECKS = ['check:types', 'check:lint', 'check:format', 'check:imports'];
const say = (line) => console.log(line);

await runCommand(async () => {
  const results = new Results();
  const jestArguments = process.argv.slice(2);
  if (await results.prepare('packages', preparePackages)) await runAll(results, jestArguments);
  return results.print();
});

async function preparePackages() {
  requireNode();
  await installPackages({ say });
  return true;
}

async function runAll(results, jestArguments) {
  const services = await results.prepare('servers', () => prepareServices({ say, fresh: true }));
  const browser = await results.prepare('browser', () => findBrowser({ say }));
  const isWhole = jestArguments.length === 0;
  if (isWhole) for (const name of CHECKS) await results.check(name, () => runScript(name));
  const isBuilt = isWhole && (await results.check('build', () => runScript('build')));
  if (!services) return;
  const env = { ...environment(services, browser), ...(isBuilt && { RUN_BUILT: '1' }) };
  await results.count('jest', () => runJest(jestArguments, env));
  await services.stop();
}

function environment({ mongodbUri, redisUrl }, browser) {
  const stores = { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl };
  return browser ? { ...stores, CHROMIUM_PATH: browser } : stores;
}

async function runScript(name) {
  say(`\n${name}`);
  const script = startProcess(name, 'npm', ['run', '--silent', name], { cwd: projectDir });
  return (await script.exited).code === 0;
}
