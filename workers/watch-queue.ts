import { nextDaytime } from '../domain/calendar';
import { aNotice } from '../domain/notices';
import { figuresOf } from '../domain/queue';
import { crossed, QUEUE_WATCHES, type QueueWatch } from '../domain/queue-watch';
import type { Notice } from '../domain/notice';
import type { Screen } from '../messengers/messenger';
import { queueAlertScreen } from '../screens/digest-screens';
import { moderators } from '../use-cases/post-holders';
import { privateChatOf } from '../use-cases/tell-person';
import { staffTexts } from './card-record';
import type { WorkerDeps } from './worker-deps';

/** The new ones nobody has taken: how many, and since when the oldest waits. */
async function untaken(deps: WorkerDeps) {
  const now = deps.clock();
  const fresh = (await deps.oversight.open()).filter(
    ({ status, isAboutOfficials }) => status === 'submitted' && !isAboutOfficials,
  );
  return figuresOf(fresh, now).find(({ section }) => section === 'untaken') ?? { count: 0, since: now };
}

/** Tells the moderators, once each time, that the queue has grown or grown old beyond the thresholds of the pack. */
export async function watchQueue(deps: WorkerDeps): Promise<void> {
  const now = deps.clock();
  const figures = await untaken(deps);
  for (const watch of QUEUE_WATCHES) {
    const isBeyond = crossed(watch, figures, deps.city, now);
    const since = isBeyond === undefined ? await deps.watches.since(watch) : await deps.watches.turn(watch, isBeyond, now); // prettier-ignore
    if (!since) continue;
    const about = { eventId: `queue-${since.getTime()}`, step: watch };
    const when = { now, dueAt: nextDaytime(now, deps.city) };
    const notices = (await moderators(deps)).map((id) =>
      aNotice('queue_alert', privateChatOf(id), about, when),
    );
    await deps.notices.insert(notices);
  }
}

/** As it is when it is told; nothing once the queue is short and young again. */
export async function queueAlert(deps: WorkerDeps, { step }: Notice): Promise<Screen | undefined> {
  const watch = step as QueueWatch;
  const figures = await untaken(deps);
  const isOver = crossed(watch, figures, deps.city, deps.clock()) === false;
  return isOver ? undefined : queueAlertScreen(staffTexts(deps), watch, figures);
}
