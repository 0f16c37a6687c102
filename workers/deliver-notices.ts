import { after, HOUR_MS, MINUTE_MS } from '../domain/instant';
import type { Notice } from '../domain/notice';
import type { EditResult } from '../messengers/messenger';
import type { ChatKey } from '../use-cases/ports';
import { sendNotice } from './send-notice';
import type { WorkerDeps } from './worker-deps';

const LEASE_MS = 30_000;
const AT_ONCE = 50;
const FIRST_PAUSE_MS = 1_000;

/** Grows with each attempt, a little by chance so that many do not come back together. No age limit: an alarm watches ages. */
const pauseAfter = (attempts: number, chance: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** attempts, 10 * MINUTE_MS) * (0.75 + chance / 2);

async function settle(deps: WorkerDeps, notice: Notice, result: EditResult): Promise<'next' | 'wait'> {
  const { notices, clock, log } = deps;
  const later = (ms: number, isAttempt: boolean) =>
    notices.postpone(notice.id, { dueAt: after(clock(), ms), remark: result.result, isAttempt });
  switch (result.result) {
    case 'sent':
      await notices.markSent(notice.id, result.messageIds);
      return 'next';
    case 'moved':
      await notices.readdress(notice, result.toChatId);
      await later(0, false);
      return 'wait';
    case 'busy':
      await later(result.retryAfterMs, false);
      return 'wait';
    case 'later':
      await later(pauseAfter(notice.attempts, Math.random()), true);
      return 'wait';
    case 'ambiguous':
      return ambiguous(deps, notice);
    case 'stopped':
      log.error({ notice: notice.id }, 'the messenger refuses our token: nothing is sent');
      await later(HOUR_MS / 60, false);
      return 'wait';
    case 'no_thread':
      await later(FIRST_PAUSE_MS, true);
      return 'wait';
    case 'gone':
    case 'rejected':
    case 'unreachable':
      await notices.markSkipped(notice.id, result.result);
      log.warn(
        { notice: notice.id, kind: notice.kind, result: result.result },
        'a notice cannot be delivered',
      );
      return 'next';
  }
}

const RESENT = 'ambiguous';

/** The answer was lost after the message left: at most one more try, recorded. */
async function ambiguous({ notices, clock, log }: WorkerDeps, notice: Notice): Promise<'next' | 'wait'> {
  log.warn({ notice: notice.id }, 'the answer to a notice was lost');
  if (notice.remark === RESENT) {
    await notices.markSent(notice.id, []);
    return 'next';
  }
  await notices.postpone(notice.id, {
    dueAt: after(clock(), FIRST_PAUSE_MS),
    remark: RESENT,
    isAttempt: true,
  });
  return 'wait';
}

/** Delivers what waits for a chat, oldest first, one at a time; stops where the chat asks for a pause. */
export async function deliverNotices(deps: WorkerDeps, chat: ChatKey): Promise<void> {
  for (let count = 0; count < AT_ONCE; count += 1) {
    const now = deps.clock();
    const notice = await deps.notices.leaseNext(chat, now, after(now, LEASE_MS));
    if (!notice) return;
    const result = await sendNotice(deps, notice);
    if (result === 'not_needed') await deps.notices.markSkipped(notice.id, 'not_needed');
    else if ((await settle(deps, notice, result)) === 'wait') return;
  }
  await deps.jobs.deliverTo(chat);
}
