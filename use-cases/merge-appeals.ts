import type { City } from '../domain/city';
import { merge, separate } from '../domain/joining';
import { refuse } from '../domain/decision';
import { may } from '../domain/permissions';
import { changeAppeal, type About, type AppealDeps, type Changed } from './change-appeal';

/** A moderator puts an appeal behind another one about the same thing; its number and term stay its own. */
export async function mergeAppeals(
  deps: AppealDeps & { readonly city: City },
  { actor, appealId, commandId, leadId, reason }: About & { leadId: string; reason: string },
): Promise<Changed> {
  const lead = await deps.appeals.find(leadId);
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.merge(actor, appeal),
    decide: (appeal, now) =>
      lead
        ? merge(appeal, { id: commandId, by: actor.id, lead, reason }, now, deps.city)
        : refuse('lead_over'),
  });
}

/** A moderator takes a joiner out from behind its lead: it goes on alone, with a card of its own. */
export async function separateAppeal(
  deps: AppealDeps,
  { actor, appealId, commandId, reason }: About & { reason: string },
): Promise<Changed> {
  const { leadId } = (await deps.appeals.find(appealId)) ?? {};
  const from = leadId ? await deps.appeals.find(leadId) : undefined;
  return changeAppeal(deps, {
    appealId,
    commandId,
    isPermitted: (appeal) => may.merge(actor, appeal),
    decide: (appeal, now) =>
      from ? separate(appeal, { id: commandId, by: actor.id, from, reason }, now) : refuse('nothing_changed'),
  });
}
