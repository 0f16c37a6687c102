import {
  lastAnswer,
  type Answer,
  type Appeal,
  type AppealEvent,
  type EventType,
  type Status,
} from './appeal';
import { dayFrom, startOfDay } from './calendar';
import type { City } from './city';
import { after, DAY_MS, type Instant } from './instant';
import { isOpen, OPEN_STATUSES } from './moves';

/** An end that is not «done» is asked about later: on the planned day, and whether another body helped. */
export interface FollowUp {
  readonly what: 'planned_day' | 'help';
  /** The event it is about. */
  readonly eventId: string;
  readonly dueAt: Instant;
}

type Rules = Pick<City, 'reminders' | 'timeZone'>;

const MAY_BE_PLANNED: readonly Status[] = ['answered', 'closed'];

/** The promise that stands: a planned answer nobody has gone beyond. The citizen may have agreed to it. */
export function promiseOf(
  appeal: Pick<Appeal, 'status' | 'answers'>,
): (Answer & { plannedOn: string }) | undefined {
  const answer = lastAnswer(appeal);
  if (answer?.outcome !== 'planned' || !answer.plannedOn || !MAY_BE_PLANNED.includes(appeal.status))
    return undefined;
  return { ...answer, plannedOn: answer.plannedOn };
}

/** The first moment of the promised day. */
export const plannedAt = (
  { plannedOn }: { plannedOn: string },
  { timeZone }: Pick<City, 'timeZone'>,
): Instant => startOfDay(dayFrom(plannedOn), timeZone);

const ABOUT_HELP: readonly EventType[] = ['appeal.forwarded', 'appeal.help_awaited', 'appeal.helped'];

/** 1, 2 …: which forwarding a question about help is about. */
export const forwardingOf = ({ events }: Pick<Appeal, 'events'>): number =>
  events.filter(({ type }) => type === 'appeal.forwarded').length;

/** The forwarding, or the «not yet», after which nobody knows whether the other body helped. */
export function helpAwaitedSince({ status, events }: Appeal): AppealEvent | undefined {
  if (status !== 'forwarded') return undefined;
  const last = events.findLast(({ type }) => ABOUT_HELP.includes(type));
  return last?.type === 'appeal.helped' ? undefined : last;
}

/** What is to be asked about an appeal, and when. */
export function followUpOf(appeal: Appeal, city: Rules): FollowUp | undefined {
  const promise = promiseOf(appeal);
  const answered = appeal.events.findLast(({ type }) => type === 'appeal.answered');
  if (promise && answered)
    return { what: 'planned_day', eventId: answered.id, dueAt: plannedAt(promise, city) };
  const passed = helpAwaitedSince(appeal);
  const dueAt = passed && after(passed.at, city.reminders.forwardedAfterDays * DAY_MS);
  return passed && dueAt && { what: 'help', eventId: passed.id, dueAt };
}

/** The statuses in which it may be so. */
export const MAY_BE_LOOKED_AFTER: readonly Status[] = [...OPEN_STATUSES, 'forwarded', ...MAY_BE_PLANNED];

/** Somebody must look at it again by itself: its term runs, or it will be asked about. */
export const isLookedAfter = (appeal: Pick<Appeal, 'status' | 'answers'>): boolean =>
  isOpen(appeal.status) || appeal.status === 'forwarded' || promiseOf(appeal) !== undefined;
