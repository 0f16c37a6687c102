import { nextDaytime } from '../domain/calendar';
import type { Draft } from '../domain/draft';
import { after, HOUR_MS, type Instant } from '../domain/instant';
import { aNotice } from '../domain/notices';
import { byItself } from './by-itself';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;

async function nudge(deps: WorkerDeps, draft: Draft, now: Instant): Promise<void> {
  const about = { eventId: `draft-${draft.id}`, draftId: draft.id };
  const notice = aNotice('draft_nudge', draft, about, { now, dueAt: nextDaytime(now, deps.city) });
  const isWorthIt =
    draft.kind === 'appeal' && Object.keys(draft.fields).length > 0 && !draft.fields.isDoubtful;
  if (isWorthIt) await deps.notices.insert([notice]);
  await deps.drafts.markNudged(draft.id, now);
  if (isWorthIt) await deps.jobs.deliverTo(draft);
}

/** Reminds of a forgotten draft, once ever, in daytime. */
export async function nudgeDrafts(deps: WorkerDeps): Promise<void> {
  const now = deps.clock();
  const before = after(now, -deps.city.reminders.draftAfterHours * HOUR_MS);
  for (const draft of await deps.drafts.forgotten(before, AT_ONCE))
    await byItself(deps, { draft: draft.id }, () => nudge(deps, draft, now));
}
