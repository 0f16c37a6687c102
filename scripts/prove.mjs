import { installPackages } from './servers/install.mjs';
import { runCommand } from './servers/lifetime.mjs';
import { requireNode } from './servers/node-version.mjs';
import { projectDir } from './servers/places.mjs';
import { startProcess } from './servers/processes.mjs';

/** Builds the product and runs the proofs on it; `npm run prove -- R1 --seed 7`. */
const say = (line) => console.log(line);

await runCommand(async () => {
  requireNode();
  await installPackages({ say });
  const built = startProcess('build', 'npm', ['run', '--silent', 'build'], { cwd: projectDir });
  if ((await built.exited).code !== 0) return 1;
  const words = ['--import', 'tsx', 'prove/main.ts', ...process.argv.slice(2)];
  const proofs = startProcess('proofs', process.execPath, words, {
    cwd: projectDir,
    env: { RUN_BUILT: '1' },
  });
  return (await proofs.exited).code;
});
