import { take } from '../domain/staff-decisions';
import { changing, type About, type AppealDeps, type Changed } from './change-appeal';

const taking = changing('take', take);

/** An official takes an appeal; taking what one has in hand changes nothing and is no refusal. */
export async function takeAppeal(deps: AppealDeps, about: About): Promise<Changed> {
  const taken = await taking(deps, about);
  if (taken.ok || taken.refusal !== 'already_taken') return taken;
  const { appeal } = taken;
  return appeal?.executorId === about.actor.id ? { ok: true, appeal } : taken;
}
