import type { Draft } from '../domain/draft';
import { objectionAlert } from '../screens/sifting-screens';
import { moderators } from '../use-cases/post-holders';
import { objectToSifting } from '../use-cases/sift-author';
import { circleOf } from '../use-cases/staff-chat-for';
import { tellPerson } from '../use-cases/tell-person';
import { writtenIn } from './dialogues/writing';
import type { Finished } from './drafting';
import { changing } from './finish-change';
import { textsOf } from './finish-post';
import type { Visit } from './visit';

const object = changing(
  ({ deps }, about, draft) => objectToSifting(deps, { ...about, text: writtenIn(draft.fields) }),
  'objection-sent',
);

/** An objection stands in the appeal's history and goes to every moderator; in a complaint about officials to its controllers (art. 7). */
export async function finishObjection(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps } = visit;
  const finished = await object(visit, draft);
  const appeal = await deps.appeals.find(draft.subjectId ?? '');
  if (!finished.isDone || !appeal) return finished;
  for (const id of await (appeal.isAboutOfficials ? circleOf(deps, appeal) : moderators(deps))) {
    const screen = objectionAlert(await textsOf(deps, id), appeal, writtenIn(draft.fields));
    await tellPerson(deps, id, { eventId: draft.id, appealId: appeal.id, screen });
  }
  return finished;
}
