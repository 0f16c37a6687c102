import { legalStartOf, type Appeal } from '../domain/appeal';
import type { City } from '../domain/city';
import { closableFrom } from '../domain/closing';
import { isOpen } from '../domain/moves';
import type { Action, Actor } from '../domain/permissions';
import { whyDenied, type Denial } from '../domain/denials';
import { longestTermEndsOn } from '../domain/term';
import type { TextArguments } from './texts';

const DENIED: Record<Denial, string> = {
  own_appeal: 'staff-own-appeal',
  close_by_another: 'staff-close-by-another',
  extend_who: 'staff-extend-who',
  give_who: 'staff-give-who',
  contact_who: 'staff-contact-who',
  hidden_who: 'staff-hidden-who',
  moderators_only: 'staff-moderators-only',
  other_department: 'staff-other-department',
  staff_only: 'staff-only',
  controllers_only: 'staff-controllers-only',
  privately_only: 'staff-privately-only',
};

/** The text that says why this person may not act on the appeal as staff. */
export const whyNotKey = (actor: Actor, appeal: Appeal, action?: Action): string =>
  DENIED[whyDenied(actor, appeal, action)];

/** The words in which colleagues are told why an appeal did not change: what became of it, or which rule holds. */
export function whyRefused(
  city: City,
  appeal: Appeal,
  refusal: string,
): { key: string; args: TextArguments } {
  const { number, status } = appeal;
  if (refusal === 'wrong_status' && !isOpen(status)) return { key: `staff-over-${status}`, args: { number } };
  const last = new Date(`${longestTermEndsOn(legalStartOf(appeal), city).toString()}T12:00:00Z`);
  const day = refusal === 'too_early' ? closableFrom(appeal, city) : last;
  return { key: `refused-${refusal}`, args: { number, day } };
}
