import type { Appeal } from '../domain/appeal';
import { may } from '../domain/permissions';
import { officialNamed, officialsScreen } from '../screens/officials-screens';
import { whyRefused } from '../screens/why-refused';
import { nameOfficialOf } from '../use-cases/name-official';
import { allColleagues } from '../use-cases/post-holders';
import { noteOf, onAppeal, type Press } from './on-appeal';
import type { Reply, Visit } from './visit';

async function choose(visit: Visit, appeal: Appeal, [, page = '0']: readonly string[]): Promise<Reply> {
  const people = await allColleagues(visit.deps);
  const number = Math.max(Number.parseInt(page, 10) || 0, 0);
  return { screen: officialsScreen(visit.t, appeal, { people, page: number }) };
}

const naming =
  (isNamed: boolean) =>
  async (visit: Visit, appeal: Appeal, [, officialId]: readonly string[]): Promise<Reply> => {
    const { deps, t, actor, incoming } = visit;
    const about = { actor, appealId: appeal.id, commandId: incoming.id };
    const named = await nameOfficialOf(deps, { ...about, isNamed, ...(officialId && { officialId }) });
    if (named.ok) return { screen: officialNamed(t, named.appeal, may.see(actor, named.appeal)) };
    const { key } = whyRefused(deps.city, named.appeal ?? appeal, named.refusal);
    return noteOf(visit, key, appeal);
  };

/** `of.<appeal>.<page>` asks whom it is about; `ofy` and `ofn` name somebody or not, `ofx` says that nobody is named. */
export const OFFICIALS_PRESSES: Readonly<Record<string, Press>> = {
  of: onAppeal('nameOfficial', choose),
  ofy: onAppeal('nameOfficial', naming(true)),
  ofn: onAppeal('nameOfficial', naming(false)),
  ofx: onAppeal('nameOfficial', (visit, appeal) => naming(false)(visit, appeal, [appeal.id])),
};
