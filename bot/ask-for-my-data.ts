import { copiesOf, FILES_AT_ONCE } from '../domain/personal-data';
import { DAY_MS } from '../domain/instant';
import { aNotice } from '../domain/notices';
import { button } from '../screens/menu-screens';
import type { Reply, Visit } from './visit';

const ASKED = { times: 3, seconds: DAY_MS / 1000 };
const MOST_APPEALS = 5_000;

/** The record, then the kept files, a handful a message. */
async function stepsFor({ deps, actor }: Visit): Promise<string[]> {
  const { appeals } = await deps.appeals.listOf(actor.id, { skip: 0, limit: MOST_APPEALS });
  const handfuls = Math.ceil(copiesOf(appeals, actor.id).length / FILES_AT_ONCE);
  return ['record', ...Array.from({ length: handfuls }, (_, index) => `files-${index}`)];
}

/** `/mydata`: a worker gathers all that is kept about the person and sends it here, and nowhere else. */
export async function askForMyData(visit: Visit): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  if (!(await deps.limits.allows('mydata', actor.id, ASKED)))
    return { screen: { text: t('my-data-too-often') } };
  const now = deps.clock();
  const asked = (await stepsFor(visit)).map((step) =>
    aNotice('my_data', incoming.chat, { eventId: incoming.id, step }, { now, dueAt: now }),
  );
  await deps.notices.insert(asked);
  await deps.jobs.deliverTo(incoming.chat);
  return { screen: { text: t('my-data-coming'), choices: [[button(t, 'menu-me', 'me')]] } };
}
