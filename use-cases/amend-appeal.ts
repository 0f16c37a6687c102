import type { Piece } from '../domain/appeal';
import { amend } from '../domain/citizen-decisions';
import { may, type Actor } from '../domain/permissions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** The citizen edited a message that is part of their appeal. Refuses as `amend` does. */
export function amendAppeal(
  deps: AppealDeps,
  input: { actor: Actor; appealId: string; commandId: string; piece: Piece },
): Promise<Changed> {
  const { actor, appealId, commandId, piece } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.amend(actor, appeal),
    decide: (appeal, now) => amend(appeal, { id: commandId, by: actor.id, piece }, now),
  });
}
