import type { Appeal } from '../domain/appeal';
import { isOpen } from '../domain/moves';
import { longestTermEndsOn } from '../domain/term';
import type { TextArguments } from '../screens/texts';
import type { ChangeRefusal } from '../use-cases/change-appeal';
import type { Visit } from './visit';

/** The words in which colleagues are told why an appeal did not change: what became of it, or which rule holds. */
export function whyRefused(
  { deps }: Pick<Visit, 'deps'>,
  { number, status, registeredAt }: Appeal,
  refusal: ChangeRefusal,
): { key: string; args: TextArguments } {
  if (refusal === 'wrong_status' && !isOpen(status)) return { key: `staff-over-${status}`, args: { number } };
  const day = new Date(`${longestTermEndsOn(registeredAt, deps.city).toString()}T12:00:00Z`);
  return { key: `refused-${refusal}`, args: { number, day } };
}
