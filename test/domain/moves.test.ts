import { STATUSES, type Status } from '../../domain/appeal';
import { canMove, isOpen, MOVES, OPEN_STATUSES } from '../../domain/moves';
import { anAppeal, days } from '../support/builders';
import { ACTS, type ActName } from './acts';

type Reason = readonly [from: Status, to: Status, by: ActName, why: string];

/** Every move with what makes it and why a city needs it, written without a look at the table of moves. */
const REASONS: readonly Reason[] = [
  ['submitted', 'in_progress', 'take', 'an official begins to work'],
  ['submitted', 'in_progress', 'assign', 'a moderator names who does it'],
  ['submitted', 'needs_details', 'ask', 'something is unclear before anybody can begin'],
  ['submitted', 'answered', 'answer', 'what needs no study is answered at once (art. 20)'],
  ['submitted', 'forwarded', 'forward', 'it is not the city’s to decide (art. 7)'],
  ['submitted', 'returned', 'returnIncomplete', 'it lacks what a decision needs (art. 7)'],
  ['submitted', 'not_considered', 'leaveUnconsidered', 'a ground of art. 8'],
  ['submitted', 'withdrawn', 'withdraw', 'the citizen changes their mind'],
  ['in_progress', 'needs_details', 'ask', 'a question comes up at work'],
  ['in_progress', 'answered', 'answer', 'the office says how it ended (art. 15)'],
  ['in_progress', 'forwarded', 'forward', 'at work it proves to be another body’s (art. 7)'],
  ['in_progress', 'returned', 'returnIncomplete', 'at work it proves to lack data (art. 7)'],
  ['in_progress', 'not_considered', 'leaveUnconsidered', 'at work it proves a repeat (art. 8)'],
  ['in_progress', 'withdrawn', 'withdraw', 'the citizen changes their mind'],
  ['needs_details', 'in_progress', 'detail', 'the citizen has answered the question'],
  ['needs_details', 'in_progress', 'take', 'work goes on without the answer: the clock does not stop'],
  ['needs_details', 'answered', 'answer', 'the answer was possible without more details'],
  ['needs_details', 'forwarded', 'forward', 'not the city’s after all (art. 7)'],
  ['needs_details', 'returned', 'returnIncomplete', 'without details no decision is possible (art. 7)'],
  ['needs_details', 'not_considered', 'leaveUnconsidered', 'a ground of art. 8'],
  ['needs_details', 'withdrawn', 'withdraw', 'the citizen changes their mind'],
  ['answered', 'closed', 'confirm', 'the citizen says it is solved'],
  ['answered', 'closed', 'closeByHand', 'a controller, for a citizen who stays silent'],
  ['answered', 'rework', 'rework', 'the citizen says it is not solved'],
  ['rework', 'in_progress', 'take', 'the executor begins again'],
  ['rework', 'needs_details', 'ask', 'the reason of the rework is unclear'],
  ['rework', 'answered', 'answer', 'the mended work is answered'],
  ['rework', 'forwarded', 'forward', 'the rest of it is another body’s (art. 7)'],
  ['rework', 'withdrawn', 'withdraw', 'the citizen changes their mind'],
  ['forwarded', 'in_progress', 'assign', 'the other body did not help, the city takes it back'],
  ['forwarded', 'submitted', 'helpNo', 'the other body did not help, a moderator looks again'],
  ['forwarded', 'withdrawn', 'withdraw', 'the citizen changes their mind'],
  ['returned', 'submitted', 'complete', 'the citizen adds what was missing'],
  ['returned', 'withdrawn', 'withdraw', 'the citizen changes their mind'],
  ['not_considered', 'in_progress', 'assign', 'the decision was wrong or was challenged'],
  ['closed', 'rework', 'rework', 'it broke again within the window'],
];

const AT = days(14);
const PAIRS = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));
const hasReason = (from: Status, to: Status) => REASONS.some((one) => one[0] === from && one[1] === to);

const statusAfter = (from: Status, by: ActName): Status | undefined => {
  const decision = ACTS[by](anAppeal({ status: from }), 'command-1', AT);
  return decision.ok ? decision.appeal.status : undefined;
};

/** What does not fit: reasons that do not come about, moves nobody has a reason for. */
const disagreements = (): string[] => [
  ...REASONS.filter(([from, to, by]) => statusAfter(from, by) !== to).map((one) => one.join(' ')),
  ...PAIRS.filter(([from, to]) => canMove(from, to) && !hasReason(from, to)).map((pair) => pair.join(' → ')),
];

/** The real table, changed for a moment. */
function whileMovesAre(from: Status, tos: readonly Status[], look: () => void): void {
  const table = MOVES as unknown as Record<Status, readonly Status[]>;
  const kept = table[from];
  table[from] = tos;
  try {
    look();
  } finally {
    table[from] = kept;
  }
}

describe('the life of an appeal', () => {
  it.each(REASONS)('goes from %s to %s by «%s»: %s', (from, to, by) => {
    expect(canMove(from, to)).toBe(true);
    expect(statusAfter(from, by)).toBe(to);
  });

  it('has no other move', () => {
    expect(disagreements()).toEqual([]);
  });

  it.each(PAIRS.filter(([from, to]) => hasReason(from, to)))('is seen to lack %s → %s', (from, to) => {
    const without = MOVES[from].filter((one) => one !== to);
    whileMovesAre(from, without, () => expect(disagreements()).not.toEqual([]));
  });

  it.each(PAIRS.filter(([from, to]) => !hasReason(from, to)))('is seen to allow %s → %s', (from, to) => {
    whileMovesAre(from, [...MOVES[from], to], () => expect(disagreements()).not.toEqual([]));
  });

  it('ends in closed only after an answer', () => {
    expect(STATUSES.filter((status) => canMove(status, 'closed'))).toEqual(['answered']);
  });

  it('never loses the way to rework after an answer', () => {
    expect(STATUSES.filter((status) => canMove(status, 'rework'))).toEqual(['answered', 'closed']);
  });

  it.each(STATUSES)('%s is open only while the office has the next word', (status) => {
    const isOurs = ['submitted', 'in_progress', 'needs_details', 'rework'].includes(status);
    expect(isOpen(status)).toBe(isOurs);
  });

  it('lets an official answer every open appeal', () => {
    expect(OPEN_STATUSES.filter((status) => !canMove(status, 'answered'))).toEqual([]);
  });

  it('has no status nobody can reach but the first', () => {
    const reached = new Set<Status>(Object.values(MOVES).flat());
    expect(STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });
});
