import { moveAnswered, moveDeniedAlert } from '../screens/moving-screens';
import { answerMoveRequest } from '../use-cases/move-account';
import { moderators } from '../use-cases/post-holders';
import { begin } from './conversation';
import { movesShown, tell, tellBoth } from './finish-moving';
import type { Press } from './on-appeal';
import { forModerators } from './people-commands';

const answering =
  (isYes: boolean): Press =>
  async (visit, [moveId = '']) => {
    const { deps, actor, t } = visit;
    const answered = await answerMoveRequest(deps, { actor, moveId, isYes });
    if (!answered.ok) return { screen: { text: t(`refused-${answered.refusal}`) } };
    if (isYes) await tellBoth(visit, answered.move);
    else
      for (const id of await moderators(deps))
        await tell(visit, id, `${moveId}-denied`, (own) => moveDeniedAlert(own, answered.move));
    return { screen: moveAnswered(t, isYes) };
  };

/** `/moves`: what waits for a moderator, in their own chat. */
export const showMoves = forModerators(async (visit) => ({ screen: await movesShown(visit) }));

/** Begins a decision: the reason is asked for first. */
const judging = (isYes: boolean): Press =>
  forModerators((visit, [moveId = '']) => begin(visit, { kind: 'judgement', fields: { moveId, isYes } }));

/** `mvy`, `mvn`: the old account answers. */
export const MOVE_ANSWERS: Readonly<Record<string, Press>> = { mvy: answering(true), mvn: answering(false) };

/** `moves` lists, `mvc` confirms, `mvd` declines. */
export const MOVE_JUDGEMENTS: Readonly<Record<string, Press>> = {
  moves: showMoves,
  mvc: judging(true),
  mvd: judging(false),
};
