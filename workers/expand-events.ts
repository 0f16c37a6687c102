import type { Appeal, AppealEvent, EventType } from '../domain/appeal';
import { nextDaytime } from '../domain/calendar';
import { after, MINUTE_MS } from '../domain/instant';
import type { Notice } from '../domain/notice';
import { aNotice, isTold, noticesFor } from '../domain/notices';
import { carryToJoiners } from '../use-cases/carry-to-joiners';
import { cardsLeftBehind } from './move-card';
import { coversOf } from './shown-pictures';
import { recipientsOf } from './recipients-of';
import type { WorkerDeps } from './worker-deps';

/** What is due later than this the sweep finds by itself. */
const SOON_MS = MINUTE_MS;
const A_FEW_TAPS_MS = 4_000;
const COMES_IN_TAPS: readonly EventType[] = ['appeal.confirmed', 'appeal.rated'];

/** «Solved», stars and reasons come within seconds: the card shows them in one edit, a group takes few. */
const unhurried = (notice: Notice, { type }: AppealEvent): Notice =>
  notice.kind === 'card' && COMES_IN_TAPS.includes(type)
    ? { ...notice, dueAt: after(notice.dueAt, A_FEW_TAPS_MS) }
    : notice;

function firstInEachChat(notices: readonly Notice[]): readonly Notice[] {
  const first = new Map<string, Notice>();
  for (const notice of notices) {
    const known = first.get(notice.chatId);
    if (!known || notice.dueAt < known.dueAt) first.set(notice.chatId, notice);
  }
  return [...first.values()].filter(({ dueAt, createdAt }) => after(createdAt, SOON_MS) >= dueAt);
}

async function expandOne(deps: WorkerDeps, appeal: Appeal, event: AppealEvent): Promise<void> {
  const now = deps.clock();
  const recipients = await recipientsOf(deps, appeal);
  const made = noticesFor(event, appeal, recipients, { now, dueForCitizen: nextDaytime(now, deps.city) });
  const left = await cardsLeftBehind(deps, appeal);
  const about = { eventId: event.id, appealId: appeal.id };
  const farewells = left.map((card) => aNotice('card', card, about, { now, dueAt: now }));
  const covers = await coversOf(deps, appeal, event);
  const notices = [...made.map((notice) => unhurried(notice, event)), ...farewells, ...covers];
  await deps.notices.insert(notices);
  await carryToJoiners(deps, { appeal, event });
  await deps.appeals.markExpanded(appeal.id, event.id);
  for (const { messenger, chatId, dueAt } of firstInEachChat(notices))
    await deps.jobs.deliverTo({ messenger, chatId }, Math.max(0, dueAt.getTime() - now.getTime()));
}

/** Makes the notices of an appeal's events, in order, each once however often it is called; those of a newer version wait for it. */
export async function expandEvents(deps: WorkerDeps, appealId: string): Promise<void> {
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return;
  const waiting = await deps.appeals.unexpandedEventIds(appealId);
  for (const event of appeal.events)
    if (waiting.includes(event.id) && isTold(event)) await expandOne(deps, appeal, event);
}
