import type { Notice } from '../domain/notice';
import type { Screen } from '../messengers/messenger';
import { movesAlert } from '../screens/moving-screens';
import { carryMove, movesForModerators } from '../use-cases/move-account';
import { byItself } from './by-itself';
import { staffTexts } from './card-record';
import type { WorkerDeps } from './worker-deps';

/** Goes on where a process died in the middle of giving a new account what the old one had. */
export async function carryMoves(deps: WorkerDeps): Promise<void> {
  for (const move of await deps.accountMoves.uncarried())
    await byItself(deps, { move: move.id }, () => carryMove(deps, move));
}

/** To moderators when their turn comes; nothing when it was decided without them. */
export async function moveAlert(deps: WorkerDeps, { eventId }: Notice): Promise<Screen | undefined> {
  const waiting = await movesForModerators(deps);
  return waiting.some(({ id }) => id === eventId) ? movesAlert(staffTexts(deps)) : undefined;
}
