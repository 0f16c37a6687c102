import { legalStartOf, type Appeal } from '../domain/appeal';
import { closableFrom } from '../domain/closing';
import { isOpen } from '../domain/moves';
import { longestTermEndsOn } from '../domain/term';
import type { TextArguments } from '../screens/texts';
import type { ChangeRefusal } from '../use-cases/change-appeal';
import type { Visit } from './visit';

/** The words in which colleagues are told why an appeal did not change: what became of it, or which rule holds. */
export function whyRefused(
  { deps }: Pick<Visit, 'deps'>,
  appeal: Appeal,
  refusal: ChangeRefusal,
): { key: string; args: TextArguments } {
  const { number, status } = appeal;
  if (refusal === 'wrong_status' && !isOpen(status)) return { key: `staff-over-${status}`, args: { number } };
  const last = new Date(`${longestTermEndsOn(legalStartOf(appeal), deps.city).toString()}T12:00:00Z`);
  const day = refusal === 'too_early' ? closableFrom(appeal, deps.city) : last;
  return { key: `refused-${refusal}`, args: { number, day } };
}
