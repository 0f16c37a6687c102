import { MINUTE_MS } from './instant';
import type { Notice } from './notice';

/** How sending a notice ended, in the words every messenger answers with. */
export type Ending =
  | { readonly result: 'sent'; readonly messageIds: readonly string[] }
  | { readonly result: 'moved'; readonly toChatId: string }
  | { readonly result: 'busy'; readonly retryAfterMs: number }
  | { readonly result: 'later' | 'no_thread' | 'stopped' | 'ambiguous' }
  /** Nobody foresaw it: making or recording it threw. */
  | { readonly result: 'broken' }
  /** Only a newer version knows what it says. */
  | { readonly result: 'newer' }
  /** `isForNow`: until its people let us write there again. */
  | { readonly result: 'unreachable'; readonly isForNow?: true }
  | { readonly result: Exclude<GivenUp, 'unreachable'> };
type GivenUp = 'unreachable' | 'rejected' | 'gone';

/** It comes back to its chat after `ms`, and the chat waits with it; `isAttempt`: this one counts as a try. */
export interface Wait {
  readonly ms: number;
  readonly remark: string;
  readonly isAttempt: boolean;
}

/** What becomes of the notice. */
export type Fate =
  | { readonly is: 'sent'; readonly messageIds: readonly string[] }
  | { readonly is: 'following'; readonly toChatId: string }
  | ({ readonly is: 'waiting' } & Wait)
  | GivingUp;

/** `isForNow`: in a chat of the office it may go one day. */
export interface GivingUp {
  readonly is: 'given_up';
  readonly why: GivenUp;
  readonly isForNow?: true;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

/** Grows with each attempt, a little by chance so that many do not come back together. No age limit: an alarm watches ages. */
const pauseAfter = (attempts: number, chance: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS) * (0.75 + chance / 2);

/** Nobody tells us when we may write again: asked every ten minutes, the ages meanwhile raise the alarm. */
export const UNTIL_LET_IN: Wait = { ms: 10 * MINUTE_MS, remark: 'unreachable', isAttempt: false };

const waiting = (ms: number, remark: string, isAttempt: boolean): Fate => ({ is: 'waiting', ms, remark, isAttempt }); // prettier-ignore

/**
 * The table of docs/guarantees, "Facts about Telegram": never dropped but for what can never arrive, never sent a third
 * time when an answer was lost twice; a worker that dies with it costs no answer. `chance` is between 0 and 1.
 */
export function fateOf(
  { attempts, isAnswerLost }: Pick<Notice, 'attempts' | 'isAnswerLost'>,
  ending: Ending,
  chance: number,
): Fate {
  const { result } = ending;
  switch (result) {
    case 'sent':
      return { is: 'sent', messageIds: ending.messageIds };
    case 'moved':
      return { is: 'following', toChatId: ending.toChatId };
    case 'busy':
      return waiting(ending.retryAfterMs, result, false);
    case 'stopped':
      return waiting(MINUTE_MS, result, false);
    case 'later':
    case 'broken':
    case 'newer':
      return waiting(pauseAfter(attempts, chance), result, true);
    case 'no_thread':
      return waiting(FIRST_PAUSE_MS, result, true);
    case 'ambiguous':
      return isAnswerLost ? { is: 'sent', messageIds: [] } : waiting(FIRST_PAUSE_MS, result, true);
    case 'unreachable':
      return { is: 'given_up', why: result, ...(ending.isForNow && { isForNow: ending.isForNow }) };
    case 'rejected':
    case 'gone':
      return { is: 'given_up', why: result };
  }
}
