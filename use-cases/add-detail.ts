import type { Attachment } from '../domain/appeal';
import { addDetail } from '../domain/citizen-decisions';
import { may, type Actor } from '../domain/permissions';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';

/** The citizen adds words or photos to their appeal. Refuses as `addDetail` does. */
export function addDetailToAppeal(
  deps: AppealDeps,
  input: {
    actor: Actor;
    appealId: string;
    commandId: string;
    text: string;
    attachments: readonly Attachment[];
  },
): Promise<Changed> {
  const { actor, appealId, commandId, text, attachments } = input;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.addDetail(actor, appeal),
    decide: (appeal, now) => addDetail(appeal, { id: commandId, by: actor.id, text, attachments }, now),
  });
}
