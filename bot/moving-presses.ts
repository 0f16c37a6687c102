import type { AccountMove } from '../domain/account-move';
import type { Screen } from '../messengers/messenger';
import { moveAnswered, movedAway, moveDeniedAlert, movedHere, movesScreen } from '../screens/moving-screens';
import { paragraphs } from '../screens/texts';
import { answerMoveRequest, judgeMoveRequest, movesForModerators, type Moved } from '../use-cases/move-account'; // prettier-ignore
import { moderators } from '../use-cases/post-holders';
import { tell } from './finish-moving';
import type { Press } from './on-appeal';
import { forModerators } from './people-commands';
import type { Reply, Visit } from './visit';

async function tellBoth(visit: Visit, { id, fromId, toId }: AccountMove): Promise<void> {
  await tell(visit, toId, `${id}-done`, movedHere);
  await tell(visit, fromId, `${id}-done`, (t) => movedAway(t, visit.deps.city));
}

const refused = ({ t }: Visit, { refusal }: Moved & { ok: false }): Reply => ({
  screen: { text: t(`refused-${refusal}`) },
});

const answering =
  (isYes: boolean): Press =>
  async (visit, [moveId = '']) => {
    const { deps, actor, t } = visit;
    const answered = await answerMoveRequest(deps, { actor, moveId, isYes });
    if (!answered.ok) return refused(visit, answered);
    if (isYes) await tellBoth(visit, answered.move);
    else
      for (const id of await moderators(deps))
        await tell(visit, id, `${moveId}-denied`, (own) => moveDeniedAlert(own, answered.move));
    return { screen: moveAnswered(t, isYes) };
  };

async function list(visit: Visit): Promise<Screen> {
  const { deps, t } = visit;
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

/** `/moves`: what waits for a moderator, in their own chat. */
export const showMoves = forModerators(async (visit) => ({ screen: await list(visit) }));

const judging = (isYes: boolean): Press =>
  forModerators(async (visit, [moveId = '']) => {
    const { deps, actor, t } = visit;
    const reason = t.plain(isYes ? 'move-reason-yes' : 'move-reason-no');
    const judged = await judgeMoveRequest(deps, { actor, moveId, isYes, reason });
    if (!judged.ok) return refused(visit, judged);
    if (isYes) await tellBoth(visit, judged.move);
    const screen = await list(visit);
    const said = t(isYes ? 'move-judged-yes' : 'move-judged-no');
    return { screen: { ...screen, text: paragraphs(said, screen.text) } };
  });

/** `mvy`, `mvn`: the old account answers. */
export const MOVE_ANSWERS: Readonly<Record<string, Press>> = { mvy: answering(true), mvn: answering(false) };

/** `moves` lists, `mvc` confirms, `mvd` declines. */
export const MOVE_JUDGEMENTS: Readonly<Record<string, Press>> = {
  moves: showMoves,
  mvc: judging(true),
  mvd: judging(false),
};
