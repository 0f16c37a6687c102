import { readSettings, type Settings } from './config';
import { createLog } from './log';
import { wordsOf } from './masking';

const STOP_WITHIN_MS = 9_500;

type Start = (settings: Settings) => Promise<() => Promise<void>>;

/**
 * Runs a process from the environment until SIGTERM or Ctrl-C, then stops it within 10 s. `start` resolves to its stop.
 * Wrong settings and a failed start are told in plain words and end with code 1.
 */
export async function runProcess(name: string, start: Start): Promise<void> {
  let stop = async () => {};
  const end = () => void endWith(() => stop());
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('uncaughtException', (error) => fall(name, error));
  try {
    stop = await start(readSettings(process.env));
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  }
}

/** What nobody caught ends the process, as Node would, but without its words: they may quote a secret or a person. */
function fall(name: string, error: unknown): void {
  const log = createLog({ level: 'error', process: name, destination: process.stderr });
  log.error(
    { error: error instanceof Error ? error : typeof error },
    'nobody caught an error: the process ends',
  );
  process.exit(1);
}

async function endWith(stop: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await stop();
  process.exit(0);
}
