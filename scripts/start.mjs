import { installPackages } from './servers/install.mjs';
import { runCommand } from './servers/lifetime.mjs';
import { requireNode } from './servers/node-version.mjs';
import { projectDir } from './servers/places.mjs';
import { requirePort } from './servers/ports.mjs';
import { Problem } from './servers/problem.mjs';
import { startProcess } from './servers/processes.mjs';
import { prepareServices } from './services.mjs';

const SANDBOX = [{ name: 'the sandbox', file: 'sandbox/main.ts' }];
const REAL = [
  { name: 'the bot', file: 'bot/main.ts' },
  { name: 'the workers', file: 'workers/main.ts' },
];

await runCommand(async () => {
  requireNode();
  process.chdir(projectDir);
  await import('./load-env-file.mjs');
  await requirePort(process.env.PORT);
  const say = (line) => console.log(line);
  await installPackages({ say });
  const services = await prepareServices({ say });
  const isReal = Boolean(process.env.BOT_TOKEN);
  say(
    isReal
      ? 'Telegram: the real one, with BOT_TOKEN'
      : 'Telegram: our own, in the sandbox (no BOT_TOKEN is set)',
  );
  const programs = (isReal ? REAL : SANDBOX).map((program) => launch(program, services, isReal));
  const name = await Promise.race([services.fallen, ...programs.map(whenEnded)]);
  throw new Problem(`${name} ended by itself; everything else is stopped too.`, [
    'Read what it wrote above, put it right and run `npm start` again.',
    'Check the settings against .env.example; `npm run doctor` tells what is wrong with the city’s own.',
  ]);
});

function launch({ name, file }, { mongodbUri, redisUrl }, isReal) {
  const stores = { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl };
  const env = isReal ? stores : { ...stores, SANDBOX: '1' };
  return startProcess(name, process.execPath, ['--import', 'tsx', file], {
    env,
    cwd: projectDir,
    graceMs: 12_000,
  });
}

async function whenEnded(program) {
  await program.exited;
  return program.name;
}
