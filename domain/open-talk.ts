import type { Appeal, Status } from './appeal';
import { isOpen } from './moves';

/** Where the citizen has the next word, the most awaited first. */
const AWAITED: readonly Status[] = ['needs_details', 'returned', 'answered'];

export const isAwaited = ({ status }: Pick<Appeal, 'status'>): boolean => AWAITED.includes(status);

const rankOf = ({ status }: Appeal): number =>
  isAwaited({ status }) ? AWAITED.indexOf(status) : AWAITED.length;

/** The person's appeals that words out of the blue may be about: those that wait for them first, else the newest. */
export const talkedAbout = (appeals: readonly Appeal[]): readonly Appeal[] =>
  appeals
    .filter((appeal) => isOpen(appeal.status) || isAwaited(appeal))
    .sort((a, b) => rankOf(a) - rankOf(b));
