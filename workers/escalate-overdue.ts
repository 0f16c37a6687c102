import type { Appeal } from '../domain/appeal';
import { nextDaytime } from '../domain/calendar';
import type { EscalationSide } from '../domain/city';
import { escalationsDue, nextLookAt } from '../domain/escalation';
import type { Instant } from '../domain/instant';
import type { Notice, NoticeKind } from '../domain/notice';
import { aNotice, type Recipients } from '../domain/notices';
import type { ChatKey } from '../use-cases/ports';
import { controllers } from '../use-cases/post-holders';
import { privateChatOf } from '../use-cases/tell-person';
import { recipientsOf } from './recipients-of';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;

const KINDS: Record<EscalationSide, NoticeKind> = {
  staff: 'escalation_note',
  controllers: 'escalation',
  citizen: 'late',
};

/** Every controller hears of a broken term, even of an appeal that is in their own hands. */
const chatsOf = (side: EscalationSide, watching: readonly string[], to: Recipients): readonly ChatKey[] => {
  if (side === 'controllers') return watching.map(privateChatOf);
  const one = to[side];
  return one ? [one] : [];
};

/** The night is quiet, but the office hears of an emergency at once. */
function dueFor(side: EscalationSide, appeal: Appeal, { city }: WorkerDeps, now: Instant): Instant {
  return appeal.complexity === 'emergency' && side !== 'citizen' ? now : nextDaytime(now, city);
}

async function noticesOf(deps: WorkerDeps, appeal: Appeal, now: Instant): Promise<readonly Notice[]> {
  const due = escalationsDue(appeal, deps.city, now);
  if (due.length === 0) return [];
  const [recipients, watching] = await Promise.all([recipientsOf(deps, appeal), controllers(deps)]);
  return due.flatMap(({ side, step }) => {
    const about = { eventId: step.eventId, appealId: appeal.id, step: step.id };
    const when = { now, dueAt: dueFor(side, appeal, deps, now) };
    return chatsOf(side, watching, recipients).map((chat) => aNotice(KINDS[side], chat, about, when));
  });
}

/** Tells the office, the controllers and the citizen of terms that run out, by the steps of the city pack, each once in a term. */
export async function escalateOverdue(deps: WorkerDeps): Promise<void> {
  const now = deps.clock();
  for (const appeal of await deps.appeals.toLookAt(now, AT_ONCE)) {
    const notices = await noticesOf(deps, appeal, now);
    await deps.notices.insert(notices);
    await deps.appeals.lookAgain(appeal, nextLookAt(appeal, deps.city, now));
    for (const notice of notices) if (notice.dueAt <= now) await deps.jobs.deliverTo(notice);
  }
}
