import { holdsPost } from '../domain/colleague';
import { missedByDepartment, missedTerms } from '../domain/missed-terms';
import { isLetIn } from '../domain/permissions';
import { missedScreen } from '../screens/missed-screen';
import { colleagueLabel } from '../screens/people-screens';
import { allColleagues } from '../use-cases/post-holders';
import type { Reply, Visit } from './visit';

/** What the law's term has passed for, by head. */
export async function showMissed({ deps, t, actor }: Visit, page = 0): Promise<Reply> {
  const now = deps.clock();
  const [late, colleagues] = await Promise.all([deps.oversight.pastLegalTerm(now), allColleagues(deps)]);
  const seen = late.filter((appeal) => isLetIn(actor, appeal));
  const headOf = (department: string) => {
    const head = colleagues.find((one) => holdsPost(one, { role: 'head', department }));
    return head && colleagueLabel(head);
  };
  const departments = missedByDepartment(missedTerms(seen, now));
  return { screen: missedScreen(t, deps.city, { departments, headOf, page }) };
}

/** The deputy mayor's own list comes before the queue. */
export const hasMissedList = ({ actor, incoming }: Visit): boolean =>
  actor.roles.includes('deputy') && incoming.chat.kind === 'private';
