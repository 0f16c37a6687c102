import type { Clock, Log } from '../use-cases/ports';
import { isStoreUnavailable } from './store-unavailable';

const EVERY_MS = 500;

export interface RunningClock {
  readonly clock: Clock;
  readonly stop: () => void;
}

/** Real time. With `readOffset` (the sandbox, and only there) moved by what the database says, asked each half second. */
export async function startClock(options: {
  readOffset?: () => Promise<number>;
  log: Log;
}): Promise<RunningClock> {
  const { readOffset, log } = options;
  if (!readOffset) return { clock: () => new Date(), stop: () => undefined };
  let offsetMs = 0;
  const look = async (): Promise<void> => {
    try {
      offsetMs = await readOffset();
    } catch (error) {
      if (!isStoreUnavailable(error)) log.warn({ error }, 'the sandbox clock cannot be read');
    }
  };
  await look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return { clock: () => new Date(Date.now() + offsetMs), stop: () => clearInterval(timer) };
}
