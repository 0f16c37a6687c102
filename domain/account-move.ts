import type { Appeal } from './appeal';
import type { Citizen } from './citizen';
import { accept, refuse, type Command, type Decision } from './decision';
import { after, DAY_MS, type Instant } from './instant';

/** How long the old account is asked before moderators decide, and how long a request lasts in all. */
const ASKED_DAYS = 2;
const LASTS_DAYS = 14;

/**
 * Somebody on a new account says with the same verified phone that what an old account filed is theirs. Ids only: the
 * phone and the name they typed are compared and forgotten.
 */
export interface AccountMove {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly askedAt: Instant;
  /** The name typed on the new account is the one the old account gave. */
  readonly isNameSame: boolean;
  /** The old account cannot be asked, or others claim it too: moderators decide from the beginning. */
  readonly isForModerators: boolean;
  readonly state: 'open' | 'confirmed' | 'carried' | 'denied' | 'declined';
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly reason?: string;
  readonly rev: number;
}

export const MOVE_REFUSALS = ['move_over', 'move_not_yours', 'move_not_yet', 'move_no_reason'] as const;
export type MoveRefusal = (typeof MOVE_REFUSALS)[number];
export type MoveDecision =
  { readonly ok: true; readonly move: AccountMove } | { readonly ok: false; readonly refusal: MoveRefusal };

const no = (refusal: MoveRefusal): MoveDecision => ({ ok: false, refusal });

/** When the moderators' turn begins if the old account keeps silent. */
export const moderatorsFrom = ({ askedAt, isForModerators }: AccountMove): Instant =>
  isForModerators ? askedAt : after(askedAt, ASKED_DAYS * DAY_MS);

export const isMoveOver = ({ state, askedAt }: AccountMove, now: Instant): boolean =>
  state !== 'open' || now >= after(askedAt, LASTS_DAYS * DAY_MS);

/** Whether it waits for a moderator now. */
export const waitsForModerators = (move: AccountMove, now: Instant): boolean =>
  !isMoveOver(move, now) && now >= moderatorsFrom(move);

/** Phones as messengers write them: with a plus or without. */
export const phoneSpellings = (phone: string): readonly string[] => {
  const digits = phone.replace(/\D/g, '');
  return [`+${digits}`, digits];
};

const decided = (
  move: AccountMove,
  state: AccountMove['state'],
  { by, at, reason }: { by: string; at: Instant; reason?: string },
): MoveDecision => ({
  ok: true,
  move: { ...move, state, decidedBy: by, decidedAt: at, rev: move.rev + 1, ...(reason && { reason }) },
});

/**
 * The old account answers. Saying the same twice changes nothing. Refuses with `move_not_yours`, `move_over` and
 * `move_not_yet` where only a moderator may confirm; «not me» is always heard while the request is open.
 */
export function answerMove(move: AccountMove, by: string, isYes: boolean, now: Instant): MoveDecision {
  if (by !== move.fromId) return no('move_not_yours');
  if (isMoveOver(move, now)) return no('move_over');
  if (isYes && move.isForModerators) return no('move_not_yet');
  return decided(move, isYes ? 'confirmed' : 'denied', { by, at: now });
}

/** A moderator decides, with a reason, about others only. Refuses with `move_over`, `move_not_yet`, `move_not_yours`, `move_no_reason`. */
export function judgeMove(
  move: AccountMove,
  { by, isYes, reason }: { by: string; isYes: boolean; reason: string },
  now: Instant,
): MoveDecision {
  if (by === move.fromId || by === move.toId) return no('move_not_yours');
  if (isMoveOver(move, now)) return no('move_over');
  if (!waitsForModerators(move, now)) return no('move_not_yet');
  if (!reason.trim()) return no('move_no_reason');
  return decided(move, isYes ? 'confirmed' : 'declined', { by, at: now, reason: reason.trim() });
}

/**
 * The new account's record with all the old one said of itself and all that was decided about it: strikes and slow mode
 * of both are kept, so that nobody leaves them behind.
 */
export function movedProfile(to: Citizen, from: Citizen): Citizen {
  const { consent, phone, name, residence, email, hidesName, authorCategory, socialStatus } = from;
  const given = { consent, phone, name, residence, email, hidesName, authorCategory, socialStatus };
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const known = new Set(to.strikes?.map(({ id }) => id));
  const strikes = [...(to.strikes ?? []), ...(from.strikes ?? []).filter(({ id }) => !known.has(id))];
  const slow = [to.slow, from.slow].filter((one) => one !== undefined).sort((a, b) => +b.until - +a.until)[0];
  return { ...to, ...said, ...(strikes.length > 0 && { strikes }), ...(slow && { slow }) };
}

/** The old account's record: what it said of itself is no longer there; what was decided about it is. */
export function leftProfile(from: Citizen, toId: string): Citizen {
  const { id, messenger, chatId, language, isReachable, wantsDigest, strikes, slow, rev } = from;
  return {
    ...{ id, messenger, chatId, language, isReachable, rev, movedTo: toId },
    ...{
      ...(strikes && { strikes }),
      ...(slow && { slow }),
      ...(wantsDigest !== undefined && { wantsDigest }),
    },
  };
}

/** The appeal belongs to the new account; the old one is remembered as its author's. Refuses with `nothing_changed`. */
export function moveAuthor(
  appeal: Appeal,
  command: Command & { from: string; to: string },
  now: Instant,
): Decision {
  if (appeal.citizenId !== command.from) return refuse('nothing_changed');
  const formerCitizenIds = [...(appeal.formerCitizenIds ?? []), command.from];
  const moved: Appeal = { ...appeal, citizenId: command.to, formerCitizenIds };
  return accept(moved, command, { type: 'appeal.author_moved', at: now });
}

/** Whoever wrote it, from whichever account. */
export const isByAuthor = (
  { citizenId, formerCitizenIds = [] }: Pick<Appeal, 'citizenId' | 'formerCitizenIds'>,
  id: string,
): boolean => id === citizenId || formerCitizenIds.includes(id);
