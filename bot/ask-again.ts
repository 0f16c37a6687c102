/** How a call that is no message ended: a word when the messenger took it, else how it refused. */
export type Answer = string | Refusal;

export interface Refusal {
  readonly result: string;
  readonly retryAfterMs?: number;
}

export type Pause = (refusal: Refusal) => Promise<void>;

const LEAST_PAUSE_MS = 2_000;
const PASSING: readonly string[] = ['busy', 'later', 'ambiguous'];

/** Waits as long as the messenger said before it may be asked again, at least 2 s. */
export const waitAsSaid: Pause = ({ retryAfterMs = 0 }) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(retryAfterMs, LEAST_PAUSE_MS)));

/** Asks until it is taken, or refused in a way that does not pass by itself. */
export async function askUntilTaken(ask: () => Promise<Answer>, pause = waitAsSaid): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (typeof answer === 'string' || !PASSING.includes(answer.result)) return answer;
    await pause(answer);
  }
}
