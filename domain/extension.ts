import { Temporal } from '@js-temporal/polyfill';
import { legalStartOf, type Appeal, type AppealEvent, type EventType } from './appeal';
import { localDay, type Day } from './calendar';
import { accept, refuse, type AppealRefusal, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { isOpen } from './moves';
import { endOfTerm, longestTermEndsOn, type CityTime } from './term';

export interface LongerTerm {
  /** The new last day; one that is a day off moves to the next working day. */
  readonly day: Day;
  readonly reason: string;
}

const isLater = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) > 0;

/** Art. 20: why the legal term cannot end on that day; nothing when it can. */
export function whyNotExtend(
  appeal: Appeal,
  { day, reason }: LongerTerm,
  now: Instant,
  city: CityTime,
): AppealRefusal | undefined {
  if (!isOpen(appeal.status)) return 'wrong_status';
  if (appeal.answers.length > 0) return 'already_answered';
  if (!appeal.legalDueAt) return 'no_legal_term';
  if (!reason.trim()) return 'empty_text';
  const today = localDay(now, city.timeZone);
  const longest = longestTermEndsOn(legalStartOf(appeal), city);
  if (isLater(today, longest)) return 'term_over';
  if (isLater(day, longest)) return 'beyond_45_days';
  if (isLater(today, day)) return 'date_past';
  return endOfTerm(day, city) <= appeal.legalDueAt ? 'not_later' : undefined;
}

/** Whether the law still lets it have more time. */
export const isExtendable = (appeal: Appeal, now: Instant, city: CityTime): boolean =>
  whyNotExtend(appeal, { day: longestTermEndsOn(legalStartOf(appeal), city), reason: '-' }, now, city) ===
  undefined;

const OFFERED_DAYS = [5, 10];

/** Last days worth offering: a few days more than the law gives now, and the last one it may give. */
export function longerTerms(appeal: Appeal, city: CityTime): readonly Day[] {
  if (!appeal.legalDueAt) return [];
  const longest = longestTermEndsOn(legalStartOf(appeal), city);
  const legal = localDay(appeal.legalDueAt, city.timeZone);
  const inside = OFFERED_DAYS.map((days) => legal.add({ days })).filter((day) => isLater(longest, day));
  return isLater(longest, legal) ? [...inside, longest] : [];
}

const SETTLING: readonly EventType[] = [
  'appeal.extension_asked',
  'appeal.extension_declined',
  'appeal.extended',
];

/** The request for more time that waits for the head's word; a newer one takes its place. */
export function extensionAsked({ status, answers, events }: Appeal): AppealEvent | undefined {
  if (!isOpen(status) || answers.length > 0) return undefined;
  const last = events.findLast(({ type }) => SETTLING.includes(type));
  return last?.type === 'appeal.extension_asked' ? last : undefined;
}

/** An official asks the head for more time. Refuses as `extend` does: what the law forbids is not asked for. */
export function askForExtension(
  appeal: Appeal,
  command: Command & LongerTerm,
  now: Instant,
  city: CityTime,
): Decision {
  const refusal = whyNotExtend(appeal, command, now, city);
  if (refusal) return refuse(refusal);
  const facts = { text: command.reason, day: command.day.toString() };
  return accept(appeal, command, { type: 'appeal.extension_asked', at: now, facts });
}

/** The head says no to a request; the term stays. Refuses with `request_settled`. */
export function declineExtension(
  appeal: Appeal,
  command: Command & { requestId: string },
  now: Instant,
): Decision {
  const { requestId } = command;
  if (extensionAsked(appeal)?.id !== requestId) return refuse('request_settled');
  return accept(appeal, command, { type: 'appeal.extension_declined', at: now, facts: { requestId } });
}
