/** How it ended, apart from the status; always the official's claim until the citizen agrees. */
export const OUTCOMES = ['done', 'partly_done', 'refused', 'explained', 'planned'] as const;
export type Outcome = (typeof OUTCOMES)[number];
