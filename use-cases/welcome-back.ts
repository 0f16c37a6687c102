import type { Citizen } from '../domain/citizen';
import type { Citizens, Clock, Jobs, Notices } from './ports';
import { saveProfile } from './save-profile';

/**
 * A citizen who had blocked us writes again: what could not reach them meanwhile, and is still true, comes now. It is woken
 * before their record says that they are back, for a crash between the two, and after it: whoever skips something later
 * reads there that they are.
 */
export async function welcomeBack(
  deps: { citizens: Citizens; notices: Notices; jobs: Jobs; clock: Clock },
  citizen: Citizen,
): Promise<void> {
  await deps.notices.retryUnreachable(citizen, deps.clock());
  await saveProfile(deps, { citizen, change: { isReachable: true } });
  await deps.notices.retryUnreachable(citizen, deps.clock());
  await deps.jobs.deliverTo(citizen);
}
