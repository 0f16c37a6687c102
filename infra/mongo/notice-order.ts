import type { Instant } from '../../domain/instant';
import type { NoticeRecord } from './records';

export type Queued = Pick<NoticeRecord, '_id' | 'subject' | 'dueAt' | 'leasedUntil' | 'isStarted' | 'remark'>;

/** The remark of one that broke what handles it. */
export const BROKEN = 'broken';
/** The remarks of those this version cannot send: they hold back nobody. */
export const STUCK: readonly string[] = [BROKEN, 'newer'];

const isStuck = ({ remark }: Queued): boolean => remark !== undefined && STUCK.includes(remark);

/**
 * Which of a chat's waiting notices goes now; `queue` is in the order of ranks, then oldest first. One at a time:
 * nothing while another is under way. One that was begun and put off holds back those behind it about the same appeal,
 * so a correction never overtakes its answer; one that was planned for later from the start, or that this version
 * cannot send, holds back nobody.
 * `now` is the business clock, `realNow` the time leases run by.
 */
export function nextInChat(queue: readonly Queued[], now: Instant, realNow: Instant): Queued | undefined {
  if (queue.some(({ leasedUntil }) => leasedUntil && leasedUntil > realNow)) return undefined;
  const heldBack = new Set<string>();
  for (const notice of queue) {
    const isDue = notice.dueAt <= now;
    if (isDue && !heldBack.has(notice.subject)) return notice;
    if (notice.isStarted && !isStuck(notice)) heldBack.add(notice.subject);
  }
  return undefined;
}
