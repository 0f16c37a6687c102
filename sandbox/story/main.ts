import { playStory } from './play';
import { freePort } from '../processes';
import { startTown } from '../town';

async function main(): Promise<number> {
  const staffApiPort = process.argv.includes('--http') ? await freePort() : undefined;
  const town = await startTown({
    onLog: (line) => process.stderr.write(`${line}\n`),
    ...(staffApiPort && { settings: { STAFF_API_PORT: String(staffApiPort) } }),
  });
  try {
    const missing = await playStory(town, (line) => process.stdout.write(`${line}\n`), staffApiPort);
    for (const what of missing) process.stdout.write(`\nMissing: ${what}\n`);
    if (missing.length === 0) process.stdout.write('\nThe story is complete.\n');
    return missing.length === 0 ? 0 : 1;
  } catch (error) {
    process.stdout.write(
      `\nThe story broke off: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  } finally {
    await town.stop();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
