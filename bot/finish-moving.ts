import { moderatorsFrom, type AccountMove } from '../domain/account-move';
import type { Draft } from '../domain/draft';
import { aNotice } from '../domain/notices';
import type { Screen } from '../messengers/messenger';
import { moveAsked, moveQuestion } from '../screens/moving-screens';
import type { Texts } from '../screens/texts';
import { askToMove } from '../use-cases/move-account';
import { moderators } from '../use-cases/post-holders';
import { privateChatOf, tellPerson } from '../use-cases/tell-person';
import type { Finished } from './drafting';
import { textsOf } from './finish-post';
import type { Visit } from './visit';

/** Says something to somebody in their own language. */
export async function tell({ deps }: Visit, id: string, eventId: string, screen: (t: Texts) => Screen) {
  await tellPerson(deps, id, { eventId, screen: screen(await textsOf(deps, id)) });
}

/** The old account is asked, and the moderators hear of it when their turn comes. */
async function askFor(visit: Visit, move: AccountMove): Promise<void> {
  const { deps } = visit;
  await tell(visit, move.fromId, move.id, (t) => moveQuestion(t, move));
  const when = { now: deps.clock(), dueAt: moderatorsFrom(move) };
  const all = await moderators(deps);
  const alerts = all.map((id) => aNotice('move_alert', privateChatOf(id), { eventId: move.id }, when));
  await deps.notices.insert(alerts);
}

/** Whatever is found, the person who asks sees the same. */
export async function finishMoving(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps, actor, t } = visit;
  const { phone, name } = draft.fields as { phone: string; name: string };
  const moves = await askToMove(deps, { toId: actor.id, phone, name, commandId: draft.id });
  for (const move of moves) await askFor(visit, move);
  return { isDone: true, screen: moveAsked(t, deps.city) };
}
