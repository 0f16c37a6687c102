import { after, MINUTE_MS } from '../domain/instant';
import type { Notice } from '../domain/notice';
import type { EditResult } from '../messengers/messenger';
import type { ChatKey } from '../use-cases/ports';
import { raiseAlarm } from './raise-alarm';
import { moveGroup } from '../use-cases/group-trouble';
import { loseGroup } from './lost-group';
import { sendNotice } from './send-notice';
import { tellOfficial } from './tell-official';
import type { WorkerDeps } from './worker-deps';

const LEASE_MS = 30_000;
const AT_ONCE = 50;
const FIRST_PAUSE_MS = 1_000;
const RESENT = 'ambiguous';

interface Pause {
  readonly ms: number;
  readonly remark: string;
  readonly isAttempt?: boolean;
}

/** Grows with each attempt, a little by chance so that many do not come back together. No age limit: an alarm watches ages. */
const pauseAfter = (attempts: number, chance: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** attempts, 10 * MINUTE_MS) * (0.75 + chance / 2);

/** Puts the notice off and comes back to its chat then; other chats go on. */
async function putOff(deps: WorkerDeps, notice: Notice, pause: Pause): Promise<'wait'> {
  const { ms, remark, isAttempt = false } = pause;
  await deps.notices.postpone(notice.id, { dueAt: after(deps.clock(), ms), remark, isAttempt });
  await deps.jobs.deliverTo(notice, ms);
  return 'wait';
}

async function sent(deps: WorkerDeps, notice: Notice, messageIds: readonly string[]): Promise<'next'> {
  await deps.notices.markSent(notice.id, messageIds);
  deps.onSettled?.('sent', notice);
  return 'next';
}

async function skip(deps: WorkerDeps, notice: Notice, why: string): Promise<void> {
  await deps.notices.markSkipped(notice.id, why);
  deps.onSettled?.('skipped', notice);
}

/** The group has a new id: all that waits for it goes there, now and from now on. */
async function follow(deps: WorkerDeps, notice: Notice, toChatId: string): Promise<'wait'> {
  await moveGroup(deps, notice, toChatId);
  return putOff(deps, { ...notice, chatId: toChatId }, { ms: 0, remark: 'moved' });
}

/** It will never get there: the official hears of it under the card, and the rest goes on. */
async function giveUp(deps: WorkerDeps, notice: Notice, why: string): Promise<'next' | 'wait'> {
  if (why === 'unreachable' && (await loseGroup(deps, notice))) return 'wait';
  await tellOfficial(deps, notice);
  await skip(deps, notice, why);
  deps.log.warn({ notice: notice.id, kind: notice.kind, result: why }, 'a notice cannot be delivered');
  return 'next';
}

async function settle(deps: WorkerDeps, notice: Notice, result: EditResult): Promise<'next' | 'wait'> {
  switch (result.result) {
    case 'sent':
      return sent(deps, notice, result.messageIds);
    case 'moved':
      return follow(deps, notice, result.toChatId);
    case 'busy':
      return putOff(deps, notice, { ms: result.retryAfterMs, remark: 'busy' });
    case 'later':
      return putOff(deps, notice, {
        ms: pauseAfter(notice.attempts, Math.random()),
        remark: 'later',
        isAttempt: true,
      });
    case 'ambiguous':
      return ambiguous(deps, notice);
    case 'stopped':
      await raiseAlarm(deps, 'token_refused');
      return putOff(deps, notice, { ms: MINUTE_MS, remark: 'stopped' });
    case 'no_thread':
      return putOff(deps, notice, { ms: FIRST_PAUSE_MS, remark: 'no_thread', isAttempt: true });
    case 'gone':
    case 'rejected':
    case 'unreachable':
      return giveUp(deps, notice, result.result);
  }
}

/** The answer was lost after the message left: at most one more try, recorded. */
async function ambiguous(deps: WorkerDeps, notice: Notice): Promise<'next' | 'wait'> {
  deps.log.warn({ notice: notice.id }, 'the answer to a notice was lost');
  if (notice.remark !== RESENT)
    return putOff(deps, notice, { ms: FIRST_PAUSE_MS, remark: RESENT, isAttempt: true });
  return sent(deps, notice, []);
}

/** Delivers what waits for a chat, oldest first, one at a time; stops where the chat asks for a pause. */
export async function deliverNotices(deps: WorkerDeps, chat: ChatKey): Promise<void> {
  for (let count = 0; count < AT_ONCE; count += 1) {
    const now = deps.clock();
    const notice = await deps.notices.leaseNext(chat, now, after(now, LEASE_MS));
    if (!notice) return;
    const result = await sendNotice(deps, notice);
    if (result === 'not_needed') await skip(deps, notice, 'not_needed');
    else if ((await settle(deps, notice, result)) === 'wait') return;
  }
  await deps.jobs.deliverTo(chat);
}
