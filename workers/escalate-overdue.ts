import type { Appeal } from '../domain/appeal';
import { nextDaytime } from '../domain/calendar';
import type { City } from '../domain/city';
import type { EscalationSide } from '../domain/escalation-step';
import { escalationsDue, nextLookAt, stepsDue } from '../domain/escalation';
import { followUpOf, type FollowUp } from '../domain/follow-up';
import { after, DAY_MS, type Instant } from '../domain/instant';
import { isCarried } from '../domain/joining';
import { isOpen } from '../domain/moves';
import type { Notice, NoticeKind } from '../domain/notice';
import { aNotice, eachOnce, saidOn, standingOn, type Recipients, type Side } from '../domain/notices';
import { byItself } from './by-itself';
import { recipientsOf } from './recipients-of';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;

/** The night is quiet, but the office hears of an emergency at once. */
function dueFor(side: Side, appeal: Appeal, { city }: WorkerDeps, now: Instant): Instant {
  return appeal.complexity === 'emergency' && side !== 'citizen' ? now : nextDaytime(now, city);
}

function escalated(deps: WorkerDeps, appeal: Appeal, now: Instant, to: Recipients): readonly Notice[] {
  const standing = (side: EscalationSide) => standingOn(side, to).side;
  return escalationsDue(appeal, deps.city, now, standing).flatMap(({ side, step }) => {
    const about = { eventId: step.eventId, appealId: appeal.id, step: step.id };
    const when = { now, dueAt: dueFor(side, appeal, deps, now) };
    const kind = side === 'citizen' ? 'late' : saidOn(side, 'escalation', to);
    return standingOn(side, to).chats.map((chat) => aNotice(kind, chat, about, when));
  });
}

const ASKED: Record<FollowUp['what'], readonly (readonly [Side, NoticeKind])[]> = {
  planned_day: [['citizen', 'planned_day'], ['staff', 'planned_note'], ['executor', 'planned_alert']],
  help: [['citizen', 'help_question']],
}; // prettier-ignore

function followedUp(deps: WorkerDeps, appeal: Appeal, due: FollowUp, to: Recipients): readonly Notice[] {
  const now = deps.clock();
  const about = { eventId: due.eventId, appealId: appeal.id };
  const when = { now, dueAt: nextDaytime(now, deps.city) };
  // The office hears of what it promised once, for the lead.
  const told = ASKED[due.what].filter(([side]) => side === 'citizen' || !isCarried(appeal));
  return told.flatMap(([side, kind]) => {
    const stood = standingOn(side, to);
    return stood.chats.map((chat) => aNotice(saidOn(stood.side, kind, to), chat, about, when));
  });
}

async function noticesOf(deps: WorkerDeps, appeal: Appeal, now: Instant): Promise<readonly Notice[]> {
  const next = followUpOf(appeal, deps.city);
  const followUp = next && next.dueAt <= now ? next : undefined;
  if (!followUp && stepsDue(appeal, deps.city, now).length === 0) return [];
  const to = await recipientsOf(deps, appeal);
  const asked = followUp ? followedUp(deps, appeal, followUp, to) : [];
  return eachOnce([...escalated(deps, appeal, now, to), ...asked]);
}

/** An open appeal is looked at within a day; another one when it will be asked about, and then no more. */
function nextLook(appeal: Appeal, city: City, now: Instant): Instant | undefined {
  if (isOpen(appeal.status)) return nextLookAt(appeal, city, now);
  const ahead = followUpOf(appeal, city)?.dueAt;
  return ahead && ahead > now ? earlier(ahead, after(now, DAY_MS)) : undefined;
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** Whatever becomes of it, the others have their turn before it is tried again. */
async function lookAt(deps: WorkerDeps, appeal: Appeal, now: Instant): Promise<void> {
  await deps.appeals.lookAgain(appeal, now);
  const notices = await noticesOf(deps, appeal, now);
  await deps.notices.insert(notices);
  await deps.appeals.lookAgain(appeal, nextLook(appeal, deps.city, now));
  for (const notice of notices) if (notice.dueAt <= now) await deps.jobs.deliverTo(notice);
}

/**
 * Tells the office, the controllers and the citizen of terms that run out, by the steps of the city pack, each once in a
 * term; asks about promised days and about appeals that went elsewhere, once each: `atOnce` appeals in one look, the
 * longest due first.
 */
export async function escalateOverdue(deps: WorkerDeps, atOnce = AT_ONCE): Promise<void> {
  const now = deps.clock();
  for (const appeal of await deps.appeals.toLookAt(now, atOnce))
    await byItself(deps, { appeal: appeal.id }, () => lookAt(deps, appeal, now));
}
