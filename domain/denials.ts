import type { Circled } from './about-officials';
import type { Appeal } from './appeal';
import { isLetIn, may, type Action, type Actor } from './permissions';

/** Why the table says no: what those are told who press what is not theirs. */
export const DENIALS = [
  'own_appeal',
  'close_by_another',
  'extend_who',
  'give_who',
  'contact_who',
  'hidden_who',
  'moderators_only',
  'other_department',
  'staff_only',
  'controllers_only',
  'privately_only',
] as const;
export type Denial = (typeof DENIALS)[number];

const WHO_MAY: Partial<Record<Action, Denial>> = {
  closeByHand: 'close_by_another',
  extend: 'extend_who',
  give: 'give_who',
  showContact: 'contact_who',
  reroute: 'moderators_only',
  forward: 'moderators_only',
  returnIncomplete: 'moderators_only',
  leaveUnconsidered: 'moderators_only',
  recategorise: 'moderators_only',
  merge: 'moderators_only',
  label: 'moderators_only',
  strike: 'moderators_only',
  slow: 'moderators_only',
  pardon: 'moderators_only',
  hide: 'moderators_only',
  viewHidden: 'hidden_who',
};

/** Why this person may not act on the appeal as staff. */
export function whyDenied(
  actor: Actor,
  appeal: Pick<Appeal, 'citizenId'> & Circled,
  action?: Action,
): Denial {
  if (appeal.citizenId === actor.id) return 'own_appeal';
  if (!isLetIn(actor, appeal))
    return isLetIn({ ...actor, isInGroup: false }, appeal) ? 'privately_only' : 'controllers_only';
  if (appeal.isAboutOfficials) return action === 'closeByHand' ? 'close_by_another' : 'controllers_only';
  const who = action && WHO_MAY[action];
  return who ?? (may.work(actor) ? 'other_department' : 'staff_only');
}
