import type { Status } from './appeal';

/** The life of an appeal: from each status, where it may go. Only people move it; `closed` needs the citizen or a controller. */
export const MOVES = {
  submitted: [
    'in_progress',
    'needs_details',
    'answered',
    'forwarded',
    'returned',
    'not_considered',
    'withdrawn',
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
} as const satisfies Record<Status, readonly Status[]>;

/** Whether the table lets an appeal go from one status to the other. */
export const canMove = (from: Status, to: Status): boolean => (MOVES[from] as readonly Status[]).includes(to);

/** It stands there already, or the table lets it go there. */
export const reaches = (from: Status, to: Status): boolean => from === to || canMove(from, to);

/** Somebody in the office has the next word. */
export const OPEN_STATUSES = [
  'submitted',
  'in_progress',
  'needs_details',
  'rework',
] as const satisfies Status[];

export const isOpen = (status: Status): boolean => (OPEN_STATUSES as readonly Status[]).includes(status);
