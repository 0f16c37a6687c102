import { fateOf, UNTIL_LET_IN, type Ending, type GivingUp, type Wait } from '../domain/after-sending';
import { after } from '../domain/instant';
import { isKnown, type Notice } from '../domain/notice';
import type { ChatKey } from '../use-cases/ports';
import { moveGroup } from '../use-cases/group-trouble';
import { raiseAlarm } from '../use-cases/raise-alarm';
import { keepLease } from './keep-lease';
import { loseGroup } from './lost-group';
import { sendNotice } from './send-notice';
import { tellOfficial } from './tell-official';
import type { WorkerDeps } from './worker-deps';

const LEASE_MS = 30_000;
const AT_ONCE = 50;

/** Puts the notice off and comes back to its chat then; other chats go on. */
async function putOff(deps: WorkerDeps, notice: Notice, { ms, remark, isAttempt }: Wait): Promise<'wait'> {
  await deps.notices.postpone(notice, { dueAt: after(deps.clock(), ms), remark, isAttempt });
  await deps.jobs.deliverTo(notice, ms);
  return 'wait';
}

async function sent(deps: WorkerDeps, notice: Notice, messageIds: readonly string[]): Promise<'next'> {
  await deps.notices.markSent(notice, messageIds);
  deps.onSettled?.('sent', notice);
  return 'next';
}

async function skip(deps: WorkerDeps, notice: Notice, why: string): Promise<void> {
  await deps.notices.markSkipped(notice, why);
  deps.onSettled?.('skipped', notice);
}

/** The group has a new id: all that waits for it goes there, now and from now on. */
async function follow(deps: WorkerDeps, notice: Notice, toChatId: string): Promise<'wait'> {
  await moveGroup(deps, notice, toChatId);
  return putOff(deps, { ...notice, chatId: toChatId }, { ms: 0, remark: 'moved', isAttempt: false });
}

const isReachable = async ({ citizens }: WorkerDeps, { messenger, chatId }: ChatKey) =>
  (await citizens.find(`${messenger}-${chatId}`))?.isReachable;

/** Whoever comes back before it is skipped finds nothing skipped then: it waits for them again. */
async function skipUnlessBack(deps: WorkerDeps, notice: Notice, why: string): Promise<void> {
  const wasThere = await isReachable(deps, notice);
  await tellOfficial(deps, notice);
  await skip(deps, notice, why);
  if (wasThere || !(await isReachable(deps, notice))) return;
  await deps.notices.retryUnreachable(notice, deps.clock());
  await deps.jobs.deliverTo(notice);
}

/** It will never get there: the official hears of it under the card, and the rest goes on. */
async function giveUp(
  deps: WorkerDeps,
  notice: Notice,
  { why, isForNow }: GivingUp,
): Promise<'next' | 'wait'> {
  const lost = why === 'unreachable' ? await loseGroup(deps, notice, isForNow) : 'no_group';
  if (lost === 'moved_home') return 'wait';
  if (lost === 'staff_chat' && isForNow) return putOff(deps, notice, UNTIL_LET_IN);
  await skipUnlessBack(deps, notice, why);
  deps.log.warn({ notice: notice.id, kind: notice.kind, result: why }, 'a notice cannot be delivered');
  return 'next';
}

async function settle(deps: WorkerDeps, notice: Notice, ending: Ending): Promise<'next' | 'wait'> {
  if (ending.result === 'ambiguous') deps.log.warn({ notice: notice.id }, 'the answer to a notice was lost');
  if (ending.result === 'stopped') await raiseAlarm(deps, 'token_refused');
  const fate = fateOf(notice, ending, Math.random());
  switch (fate.is) {
    case 'sent':
      return sent(deps, notice, fate.messageIds);
    case 'following':
      return follow(deps, notice, fate.toChatId);
    case 'waiting':
      return putOff(deps, notice, fate);
    case 'given_up':
      return giveUp(deps, notice, fate);
  }
}

/** Its only resend waits until the messenger is heard: an outage does not take it too. */
const isInVain = async ({ messenger }: WorkerDeps, { isAnswerLost }: Notice): Promise<boolean> =>
  isAnswerLost === true && (await messenger.standing()) !== 'heard';

/** One of a newer version waits until that one takes it; it keeps nobody behind it waiting. */
async function leaveToNewer(deps: WorkerDeps, notice: Notice): Promise<'next'> {
  deps.log.warn({ notice: notice.id, kind: notice.kind }, 'a notice waits for a newer version');
  await settle(deps, notice, { result: 'newer' });
  return 'next';
}

/** One that throws is put off as any other trouble; it keeps nobody behind it waiting. */
async function deliverOne(deps: WorkerDeps, notice: Notice): Promise<'next' | 'wait'> {
  if (!isKnown(notice)) return leaveToNewer(deps, notice);
  try {
    if (await isInVain(deps, notice)) return await settle(deps, notice, { result: 'later' });
    const result = await sendNotice(deps, notice);
    if (result !== 'not_needed') return await settle(deps, notice, result);
    await skip(deps, notice, 'not_needed');
  } catch (error) {
    if (deps.isStoreUnavailable(error)) throw error;
    deps.log.error({ notice: notice.id, kind: notice.kind, error }, 'a notice is broken');
    await settle(deps, notice, { result: 'broken' });
  }
  return 'next';
}

/**
 * Delivers what waits for a chat, oldest first, one at a time; stops where the chat asks for a pause. A notice is leased
 * for `leaseMs`, and longer while its sending takes longer.
 */
export async function deliverNotices(deps: WorkerDeps, chat: ChatKey, leaseMs = LEASE_MS): Promise<void> {
  for (let count = 0; count < AT_ONCE; count += 1) {
    const now = deps.clock();
    const notice = await deps.notices.leaseNext(chat, now, after(now, leaseMs));
    if (!notice) return;
    const hold = { notice, ms: leaseMs };
    if ((await keepLease(deps, hold, () => deliverOne(deps, notice))) === 'wait') return;
  }
  await deps.jobs.deliverTo(chat);
}
