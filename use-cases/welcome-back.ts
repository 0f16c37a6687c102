import type { Citizen } from '../domain/citizen';
import type { Citizens, Clock, Jobs, Notices } from './ports';
import { saveProfile } from './save-profile';

/**
 * A citizen who had blocked us writes again: what could not reach them meanwhile, and is still true, comes now. Their record
 * says last that they are back: called again after a crash, it wakes what it did not wake before.
 */
export async function welcomeBack(
  deps: { citizens: Citizens; notices: Notices; jobs: Jobs; clock: Clock },
  citizen: Citizen,
): Promise<void> {
  await deps.notices.retryUnreachable(citizen, deps.clock());
  await saveProfile(deps, { citizen, change: { isReachable: true } });
  await deps.jobs.deliverTo(citizen);
}
