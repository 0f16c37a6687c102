import { installPackages } from './servers/install.mjs';
import { runCommand } from './servers/lifetime.mjs';
import { requireNode } from './servers/node-version.mjs';
import { projectDir } from './servers/places.mjs';
import { startProcess } from './servers/processes.mjs';
import { prepareServices } from './services.mjs';

await runCommand(async () => {
  requireNode();
  const say = (line) => console.error(line);
  await installPackages({ say });
  const { mongodbUri, redisUrl } = await prepareServices({ say, fresh: true });
  const env = { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, SANDBOX: '1' };
  const args = ['--import', 'tsx', 'sandbox/story/main.ts', ...process.argv.slice(2)];
  const story = startProcess('the story', process.execPath, args, { env, cwd: projectDir });
  return (await story.exited).code;
});
