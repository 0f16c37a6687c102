import { setTimeout as pause } from 'node:timers/promises';
import type { EditResult } from '../messengers/messenger';

const TRIES = 4;
const LONGEST_MS = 5000;

/** Waits for the chat's turn and tries again, a few times: what may not be stored cannot be left to a worker. */
export async function whenItsTurn(attempt: () => Promise<EditResult>): Promise<EditResult> {
  let tried = await attempt();
  for (let tries = 1; tries < TRIES; tries += 1) {
    if (tried.result !== 'busy' || tried.retryAfterMs > LONGEST_MS) return tried;
    await pause(tried.retryAfterMs);
    tried = await attempt();
  }
  return tried;
}
