import type { Notice, NoticeKind } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { WorkerDeps } from './worker-deps';

/** What the office would wait for in vain if nobody told it. */
const WAITED_FOR: readonly NoticeKind[] = ['details_asked', 'answered'];

/** Notes for the staff chat that the citizen did not get this; told again, it is told once. */
export async function tellOfficial(deps: WorkerDeps, notice: Notice): Promise<void> {
  const { kind, eventId, appealId } = notice;
  if (!deps.staffChat || !appealId || !WAITED_FOR.includes(kind)) return;
  const staff = await deps.movedChats.latest(deps.staffChat);
  const now = deps.clock();
  await deps.notices.insert([aNotice('undelivered', staff, { eventId, appealId }, { now, dueAt: now })]);
  await deps.jobs.deliverTo(staff);
}
