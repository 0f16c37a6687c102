import { IN_GROUP, type Notice, type NoticeKind } from '../domain/notice';
import { aNotice } from '../domain/notices';
import { staffChatFor } from '../use-cases/staff-chat-for';
import type { WorkerDeps } from './worker-deps';

/** What the office would wait for in vain if nobody told it. */
const WAITED_FOR: readonly NoticeKind[] = ['details_asked', 'answered', 'closed_by_hand'];

/** A colleague who never started the bot: the group hears it in their stead, once if it heard it already. */
const insteadOf = ({ kind }: Notice): NoticeKind | undefined =>
  IN_GROUP[kind] ?? (WAITED_FOR.includes(kind) ? 'undelivered' : undefined);

/** Notes for the staff chat that the citizen did not get this; told again, it is told once. */
export async function tellOfficial(deps: WorkerDeps, notice: Notice): Promise<void> {
  const { eventId, appealId, step } = notice;
  const kind = insteadOf(notice);
  const appeal = appealId && kind ? await deps.appeals.find(appealId) : undefined;
  const staff = appeal && (await staffChatFor(deps, appeal));
  if (!staff || !appealId || !kind) return;
  const about = { eventId, appealId, ...(kind !== 'undelivered' && step && { step }) };
  const now = deps.clock();
  await deps.notices.insert([aNotice(kind, staff, about, { now, dueAt: now })]);
  await deps.jobs.deliverTo(staff);
}
