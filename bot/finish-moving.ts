import { moderatorsFrom, type AccountMove } from '../domain/account-move';
import type { Draft } from '../domain/draft';
import { aNotice } from '../domain/notices';
import type { Screen } from '../messengers/messenger';
import { moveAsked, movedAway, movedHere, moveQuestion, movesScreen } from '../screens/moving-screens';
import { paragraphs } from '../screens/texts';
import type { Texts } from '../screens/texts';
import { askToMove, judgeMoveRequest, movesForModerators } from '../use-cases/move-account';
import { moderators } from '../use-cases/post-holders';
import { privateChatOf, tellPerson } from '../use-cases/tell-person';
import { writtenIn } from './dialogues/writing';
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

export async function tellBoth(visit: Visit, { id, fromId, toId }: AccountMove): Promise<void> {
  await tell(visit, toId, `${id}-done`, movedHere);
  await tell(visit, fromId, `${id}-done`, (t) => movedAway(t, visit.deps.city));
}

/** What waits for a moderator. */
export async function movesShown({ deps, t }: Visit): Promise<Screen> {
  const waiting = await movesForModerators(deps);
  const all = await Promise.all(
    waiting.map(async (move) => {
      const [from, filed] = await Promise.all([
        deps.citizens.find(move.fromId),
        deps.appeals.listOf(move.fromId, { skip: 0, limit: 1 }),
      ]);
      return { move, appeals: filed.total, isOldReachable: from?.isReachable ?? false };
    }),
  );
  return movesScreen(t, all);
}

/** A moderator's decision with its reason, which stays in the record of acts. */
export async function finishJudgement(visit: Visit, { fields }: Draft): Promise<Finished> {
  const { deps, actor, t } = visit;
  const isYes = fields.isYes === true;
  const about = { actor, moveId: String(fields.moveId), isYes, reason: writtenIn(fields) };
  const judged = await judgeMoveRequest(deps, about);
  if (!judged.ok) return { isDone: false, screen: { text: t(`refused-${judged.refusal}`) } };
  if (isYes) await tellBoth(visit, judged.move);
  const screen = await movesShown(visit);
  const said = t(isYes ? 'move-judged-yes' : 'move-judged-no');
  return { isDone: true, screen: { ...screen, text: paragraphs(said, screen.text) } };
}
