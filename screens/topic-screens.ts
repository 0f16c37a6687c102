import type { Appeal } from '../domain/appeal';
import { isClosedByHand } from '../domain/closing';
import type { City } from '../domain/city';
import { excerpt } from '../domain/masking';
import { isOpen } from '../domain/moves';
import { isNobodys } from '../domain/staff-decisions';
import { categoryName } from './citizen-screens';
import type { Texts } from './texts';

/** A dot of colour a busy eye finds first. */
const SIGNS: Record<Appeal['status'], string> = {
  submitted: '🆕', in_progress: '🔧', needs_details: '❓', answered: '✉️', rework: '⚠️', forwarded: '↗️',
  returned: '↩️', not_considered: '⛔', withdrawn: '✖️', closed: '✅',
}; // prettier-ignore

/** The sign of where an open appeal stands. */
export const openSignOf = (appeal: Pick<Appeal, 'status' | 'executorId'>): string =>
  SIGNS[isNobodys(appeal) ? 'submitted' : appeal.status];

export const signOf = (appeal: Appeal): string => (isClosedByHand(appeal) ? '🔒' : openSignOf(appeal));

const ENDS: readonly Appeal['status'][] = ['closed', 'withdrawn', 'forwarded', 'not_considered'];

/** Nothing more is expected of the office: its topic is closed. */
export const isTopicOver = ({ status }: Appeal): boolean => ENDS.includes(status);

/** `🔧 2026-004217 · Не горить ліхтар · до 7 грудня`: the day only while the office owes an answer; a bare
 * number for what no group may read of. */
export function topicTitle(t: Texts, city: City, appeal: Appeal): string {
  const { status, number, isUrgent, dueAt } = appeal;
  if (appeal.isAboutOfficials) return number;
  const sign = `${isUrgent && isOpen(status) ? '🚨' : ''}${signOf(appeal)}`;
  const category = excerpt(categoryName(city, appeal, t), 60);
  const key = isOpen(status) ? 'topic-title-due' : 'topic-title';
  return t.plain(key, { sign, number, category, day: dueAt });
}
