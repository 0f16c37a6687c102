import {
  answerMove,
  judgeMove,
  leftProfile,
  movedProfile,
  moveAuthor,
  phoneSpellings,
  waitsForModerators,
  type AccountMove,
  type MoveDecision,
  type MoveRefusal,
} from '../domain/account-move';
import type { Citizen } from '../domain/citizen';
import { may, type Actor } from '../domain/permissions';
import { changeAppeal, type AppealDeps } from './change-appeal';
import type { Citizens, Drafts, Limits } from './ports';
import type { AccountMoves, Audit } from './staff-ports';

type CarryDeps = AppealDeps & {
  readonly citizens: Citizens;
  readonly drafts: Drafts;
  readonly accountMoves: AccountMoves;
};
export type MoveDeps = CarryDeps & { readonly audit: Audit; readonly limits: Limits };

const OLD_ACCOUNTS = 3;
const PAGE = 50;
const ASKED = { times: 3, seconds: 24 * 3600 };

const same = (a: string | undefined, b: string): boolean =>
  a !== undefined && a.toLowerCase().replace(/[’ʼ`]/g, "'") === b.toLowerCase().replace(/[’ʼ`]/g, "'");

async function claimed({ citizens }: MoveDeps, phone: string, toId: string): Promise<Citizen[]> {
  const found = await Promise.all(phoneSpellings(phone).map((one) => citizens.withPhone(one, OLD_ACCOUNTS)));
  return found
    .flat()
    .filter(({ id, movedTo }) => id !== toId && !movedTo)
    .slice(0, OLD_ACCOUNTS);
}

/**
 * A new account asks for what an old one with the same verified phone filed. Returns the requests made, for whom to
 * ask; what the person is told never depends on them. The same command makes the same requests; more than three
 * askings a day make none.
 */
export async function askToMove(
  deps: MoveDeps,
  { toId, phone, name, commandId }: { toId: string; phone: string; name: string; commandId: string },
): Promise<readonly AccountMove[]> {
  if (!(await deps.limits.allows('move', toId, ASKED))) return [];
  const now = deps.clock();
  const made: AccountMove[] = [];
  for (const [index, from] of (await claimed(deps, phone, toId)).entries()) {
    const id = `${commandId}${index}`;
    const open = await deps.accountMoves.openOf(from.id);
    const rivals = open.filter((one) => one.toId !== toId);
    if (open.some((one) => one.toId === toId && one.id !== id)) continue;
    const move: AccountMove = {
      ...{ id, fromId: from.id, toId, askedAt: now, state: 'open', rev: 1 },
      isNameSame: same(from.name, name),
      isForModerators: !from.isReachable || rivals.length > 0,
    };
    await deps.accountMoves.insert(move);
    await deps.audit.add({ ...entryOf(move, 'asked', toId), id: `${move.id}-asked`, at: now });
    for (const rival of rivals) await deps.accountMoves.save({ ...rival, isForModerators: true, rev: rival.rev + 1 }); // prettier-ignore
    made.push(move);
  }
  return made;
}

const entryOf = ({ fromId, toId, reason }: AccountMove, what: string, by: string) => ({
  ...{ by, what: `account.${what}`, about: fromId },
  facts: { from: fromId, to: toId, ...(reason && { reason }) },
});

export type Moved =
  | { readonly ok: true; readonly move: AccountMove }
  | { readonly ok: false; readonly refusal: MoveRefusal | 'not_found' | 'not_permitted' | 'conflict' };

const TRIES = 3;

async function decide(
  deps: MoveDeps,
  { moveId, by }: { moveId: string; by: string },
  judge: (move: AccountMove) => MoveDecision,
): Promise<Moved> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const move = await deps.accountMoves.find(moveId);
    if (!move) return { ok: false, refusal: 'not_found' };
    const decision = judge(move);
    if (!decision.ok) return decision;
    const { state } = decision.move;
    const at = deps.clock();
    // Nobody's id: the person reads it in what is kept about them.
    const id = `${moveId}-${state}-${at.getTime()}`;
    await deps.audit.add({ ...entryOf(decision.move, state, by), id, at });
    if (!(await deps.accountMoves.save(decision.move))) continue;
    if (state === 'confirmed') await carryMove(deps, decision.move);
    return { ok: true, move: decision.move };
  }
  return { ok: false, refusal: 'conflict' };
}

/** The old account says yes or «not me». Refuses as `answerMove`. */
export const answerMoveRequest = (
  deps: MoveDeps,
  { actor, moveId, isYes }: { actor: Actor; moveId: string; isYes: boolean },
): Promise<Moved> =>
  decide(deps, { moveId, by: actor.id }, (move) => answerMove(move, actor.id, isYes, deps.clock()));

/** A moderator decides where the old account cannot. Refuses with `not_permitted` and as `judgeMove`. */
export const judgeMoveRequest = async (
  deps: MoveDeps,
  { actor, moveId, ...given }: { actor: Actor; moveId: string; isYes: boolean; reason: string },
): Promise<Moved> =>
  may.steer(actor)
    ? decide(deps, { moveId, by: actor.id }, (move) =>
        judgeMove(move, { by: actor.id, ...given }, deps.clock()),
      )
    : { ok: false, refusal: 'not_permitted' };

/** Those that wait for a moderator now, the oldest first. */
export const movesForModerators = async (
  deps: Pick<MoveDeps, 'accountMoves' | 'clock'>,
): Promise<readonly AccountMove[]> => {
  const now = deps.clock();
  const open = await deps.accountMoves.open();
  return open.filter((move) => waitsForModerators(move, now));
};

async function moveProfile({ citizens }: CarryDeps, { fromId, toId }: AccountMove): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [from, to] = await Promise.all([citizens.find(fromId), citizens.find(toId)]);
    if (!from || !to || from.movedTo) return;
    if (!(await citizens.save({ ...movedProfile(to, from), rev: to.rev + 1 }))) continue;
    if (await citizens.save({ ...leftProfile(from, toId), rev: from.rev + 1 })) return;
  }
  throw new Error('the profiles of a moved account are changed by others all the time');
}

async function moveAppeals(deps: CarryDeps, { id, fromId: from, toId: to, decidedBy = to }: AccountMove) {
  const change = (appealId: string) =>
    changeAppeal(deps, {
      ...{ appealId, commandId: `${id}-${appealId}`, isPermitted: () => true },
      decide: (appeal, now) => moveAuthor(appeal, { id: `${id}-${appealId}`, by: decidedBy, from, to }, now),
    });
  for (;;) {
    const { appeals } = await deps.appeals.listOf(from, { skip: 0, limit: PAGE });
    if (appeals.length === 0) return;
    const changed = await Promise.all(appeals.map((appeal) => change(appeal.id)));
    if (changed.every(({ ok }) => !ok)) throw new Error('the appeals of a moved account do not move');
  }
}

/** What was being written waits on the new account as put aside; nothing a colleague writes for work moves. */
async function moveDrafts({ drafts, citizens }: CarryDeps, { fromId, toId }: AccountMove): Promise<void> {
  const to = await citizens.find(toId);
  const own = (await drafts.unfinishedOf(fromId)).filter(({ kind, chatId, messenger }) => {
    return MOVING_DRAFTS.includes(kind) && `${messenger}-${chatId}` === fromId;
  });
  for (const draft of to ? own : [])
    await drafts.save({ ...draft, ownerId: toId, chatId: to!.chatId, state: 'saved', rev: draft.rev + 1 });
}

const MOVING_DRAFTS: readonly string[] = ['appeal', 'detail', 'rework', 'loose'];

/** What others asked of the same old account is over. */
async function closeRivals({ accountMoves, clock }: CarryDeps, { fromId, decidedBy }: AccountMove) {
  for (const { rev, ...rival } of await accountMoves.openOf(fromId))
    await accountMoves.save({ ...rival, state: 'declined', decidedAt: clock(), rev: rev + 1, ...(decidedBy && { decidedBy }) }); // prettier-ignore
}

/** Everything of the old account becomes the new one's; begun again after a crash it goes on. */
export async function carryMove(deps: CarryDeps, move: AccountMove): Promise<void> {
  await moveProfile(deps, move);
  await moveAppeals(deps, move);
  await moveDrafts(deps, move);
  await closeRivals(deps, move);
  await deps.accountMoves.save({ ...move, state: 'carried', rev: move.rev + 1 });
}
