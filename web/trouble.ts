import type { ErrorHandler } from 'hono';
import type { Log } from '../use-cases/ports';

export interface TroubleDeps {
  readonly log: Log;
  readonly isStoreUnavailable: (error: unknown) => boolean;
}

/** Names a request's error in the log, without its words, and says with what to answer it. */
export function noteTrouble({ log, isStoreUnavailable }: TroubleDeps, error: Error): 503 | 500 {
  log.error({ problem: error.name }, 'a page failed');
  return isStoreUnavailable(error) ? 503 : 500;
}

/** For programs: what failed is answered in a word. */
export const inTrouble =
  (deps: TroubleDeps): ErrorHandler =>
  (error, context) => {
    const status = noteTrouble(deps, error);
    return context.text(status === 503 ? 'away for now' : 'failed', status);
  };
