import type { Call } from '../../sandbox/fake-telegram/ledger';

/** What counts against the messenger's rates. */
const COUNTED = /^(send(?!ChatAction)|copy|forward|edit|create|close|reopen|delete(Forum)|pin|unpin)/;
/** What the way there may shift, as the fake forgives it. */
const SHIFT_MS = 150;

export const counted = (calls: readonly Call[]): Call[] =>
  calls.filter(({ method, answer }) => COUNTED.test(method) && answer.ok);

/** Answers that asked somebody to wait. */
export const pauses = (calls: readonly Call[]): Call[] =>
  calls.filter(({ answer }) => !answer.ok && answer.error_code === 429);

/** The most that went within `ms`, wherever that begins. */
export function mostWithin(calls: readonly Call[], ms: number): number {
  const moments = calls.map(({ at }) => at).sort((one, other) => one - other);
  let most = 0;
  for (let from = 0, to = 0; to < moments.length; to += 1) {
    while (moments[to]! - moments[from]! >= ms - SHIFT_MS) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** The shortest time, in milliseconds, in which so many went. */
export function shortestFor(calls: readonly Call[], count: number): number {
  const moments = calls.map(({ at }) => at).sort((one, other) => one - other);
  return Math.min(...moments.slice(count - 1).map((at, index) => at - moments[index]!));
}

/** Calls to a chat that had asked to be left alone for longer. */
export function impatient(calls: readonly Call[]): Call[] {
  const quietUntil = new Map<number, number>();
  return calls.filter(({ answer, at, chatId = 0, method }) => {
    if (!COUNTED.test(method)) return false;
    const isImpatient = at < (quietUntil.get(chatId) ?? 0);
    const asked = answer.ok
      ? undefined
      : (answer.parameters as { retry_after?: number } | undefined)?.retry_after;
    if (asked) quietUntil.set(chatId, at + asked * 1000 - SHIFT_MS);
    return isImpatient;
  });
}
