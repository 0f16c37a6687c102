import { readSettings, WrongSettings, type Settings } from './config';
import { maskWords } from './masking';

const STOP_WITHIN_MS = 9_500;

/**
 * Runs a process from the environment until SIGTERM or Ctrl-C, then stops it within 10 s. `start` resolves to its stop.
 * Wrong settings and a failed start are told in plain words and end with code 1.
 */
export async function runProcess(start: (settings: Settings) => Promise<() => Promise<void>>): Promise<void> {
  let stop = async () => {};
  const end = () => void endWith(() => stop());
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('uncaughtException', fall);
  try {
    stop = await start(readSettings(process.env));
  } catch (error) {
    const words =
      error instanceof WrongSettings ? error.message : String(error instanceof Error ? error.message : error);
    process.stderr.write(`${maskWords(words)}\n`);
    process.exit(1);
  }
}

/** What nobody caught ends the process, as Node would, but without the secrets and phones its words may quote. */
function fall(error: unknown): void {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${maskWords(words)}\n`);
  process.exit(1);
}

async function endWith(stop: () => Promise<void>): Promise<void> {
  setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
  await stop();
  process.exit(0);
}
