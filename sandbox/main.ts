import { sandboxStores } from './reset';
import { startSandbox, type Sandbox } from './start';

const LONGEST_STOP_MS = 10_000;

async function main(): Promise<void> {
  const { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, PORT: port, SANDBOX_KEEP: keep } = process.env;
  if (!mongodbUri || !redisUrl)
    throw new Error('MONGODB_URI and REDIS_URL are missing: `npm start` sets them.');
  const shouldKeep = keep === '1';
  console.log(
    shouldKeep
      ? 'Sandbox: the records of the last time are kept (SANDBOX_KEEP=1); its chats are gone'
      : 'Sandbox: a fresh city, its own database is emptied (SANDBOX_KEEP=1 keeps the records)',
  );
  const started = startSandbox({
    ...sandboxStores({ mongodbUri, redisUrl }),
    ...(port && { port: Number(port) }),
    shouldKeep,
  });
  listenForSignals(started);
  const sandbox = await started;
  console.log(`Vidhuk is ready: ${sandbox.url}`);
  const how = await sandbox.fallen;
  if (isStopping) return;
  console.error(`${how}\nThe sandbox stops: it is not whole without it.`);
  await end(started, 1);
}

let isStopping = false;

function listenForSignals(started: Promise<Sandbox>): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(signal, () => void end(started, code));
  }
}

async function end(started: Promise<Sandbox>, code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => process.exit(code), LONGEST_STOP_MS).unref();
  const sandbox = await started.catch(() => undefined);
  await sandbox?.stop();
  process.exit(code);
}

main().catch((trouble: unknown) => {
  if (isStopping) return;
  console.error(trouble instanceof Error ? trouble.message : trouble);
  process.exit(1);
});
