import type { Appeal } from '../domain/appeal';
import type { Notice, NoticeKind } from '../domain/notice';
import { TOLD } from '../domain/notices';
import type { WorkerDeps } from './worker-deps';

const LATER: readonly NoticeKind[] = ['late', 'planned_day', 'help_question', 'rate_reminder'];
const TO_CITIZEN = new Set<NoticeKind>([
  ...LATER,
  ...Object.values(TOLD).flatMap((told) =>
    told.flatMap(([side, kind]) => (side === 'citizen' ? [kind] : [])),
  ),
]);

/** What was meant for an account its author has left goes to the one they have now. */
export async function whereNow(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<Notice> {
  const addressee = `${notice.messenger}-${notice.chatId}`;
  if (!TO_CITIZEN.has(notice.kind) || !appeal.formerCitizenIds?.includes(addressee)) return notice;
  const citizen = await deps.citizens.find(appeal.citizenId);
  return citizen ? { ...notice, messenger: citizen.messenger, chatId: citizen.chatId } : notice;
}
