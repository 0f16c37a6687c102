import { raiseAlarm } from '../use-cases/raise-alarm';
import type { WorkerDeps } from './worker-deps';

/** Raises the alarm about a refused token in a quiet hour too, when there is nothing to send that would be refused. */
export async function watchToken(deps: WorkerDeps): Promise<void> {
  if ((await deps.messenger.standing()) === 'refused') await raiseAlarm(deps, 'token_refused');
}
