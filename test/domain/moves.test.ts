import { STATUSES, type Status } from '../../domain/appeal';
import { canMove, isOpen, MOVES, OPEN_STATUSES } from '../../domain/moves';

/** Written out once more on purpose: a row that goes missing in the table of moves is seen here. */
const ALLOWED: Record<Status, readonly Status[]> = {
  submitted: [
    ...(['in_progress', 'needs_details', 'answered', 'forwarded', 'returned'] as const),
    ...(['not_considered', 'withdrawn'] as const),
  ],
  in_progress: ['needs_details', 'answered', 'forwarded', 'returned', 'not_considered', 'withdrawn'],
  needs_details: ['in_progress', 'answered', 'forwarded', 'returned', 'not_considered', 'withdrawn'],
  answered: ['closed', 'rework'],
  rework: ['in_progress', 'needs_details', 'answered', 'forwarded', 'withdrawn'],
  forwarded: ['submitted', 'in_progress', 'withdrawn'],
  returned: ['submitted', 'withdrawn'],
  not_considered: ['in_progress'],
  withdrawn: [],
  closed: ['rework'],
};
const PAIRS = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));

describe('the life of an appeal', () => {
  it.each(PAIRS)('from %s to %s is as the law and the mission say', (from, to) => {
    expect(canMove(from, to)).toBe(ALLOWED[from].includes(to));
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
