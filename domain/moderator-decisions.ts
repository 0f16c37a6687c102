import { Temporal } from '@js-temporal/polyfill';
import type { Appeal } from './appeal';
import { localDay } from './calendar';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { canMove, isOpen } from './moves';
import { endOfTerm, longestTermEndsOn, type CityTime } from './term';

/**
 * Art. 20: the head or the deputy extends the term with a reason, to 45 days in all, and the citizen is notified.
 * `day` is the new last day; one that is a day off moves to the next working day. Refuses with `wrong_status`,
 * `no_legal_term` (a message), `already_answered`, `empty_text`, `term_over` (day 46 and later), `beyond_45_days`,
 * `date_past` and `not_later`.
 */
export function extend(
  appeal: Appeal,
  command: Command & { day: Temporal.PlainDate; reason: string },
  now: Instant,
  city: CityTime,
): Decision {
  const { day, reason } = command;
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  if (appeal.answers.length > 0) return refuse('already_answered');
  if (!appeal.legalDueAt) return refuse('no_legal_term');
  if (!reason.trim()) return refuse('empty_text');
  const today = localDay(now, city.timeZone);
  const longest = longestTermEndsOn(appeal.registeredAt, city);
  if (isLater(today, longest)) return refuse('term_over');
  if (isLater(day, longest)) return refuse('beyond_45_days');
  if (isLater(today, day)) return refuse('date_past');
  const dueAt = endOfTerm(day, city);
  if (dueAt <= appeal.legalDueAt) return refuse('not_later');
  const extended: Appeal = { ...appeal, dueAt, legalDueAt: dueAt };
  return accept(extended, command, { type: 'appeal.extended', at: now, facts: { text: reason } });
}

const isLater = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(a, b) > 0;

/**
 * Art. 7: not our competence, so it is sent to the right body, named in `text`. Five days from registration is the
 * law; later is late, and said. Refuses with `wrong_status` or `empty_text`.
 */
export function forward(appeal: Appeal, command: Command & { text: string }, now: Instant): Decision {
  if (!canMove(appeal.status, 'forwarded')) return refuse('wrong_status');
  if (!command.text.trim()) return refuse('empty_text');
  const forwarded: Appeal = { ...appeal, status: 'forwarded', needsModerator: false };
  return accept(forwarded, command, { type: 'appeal.forwarded', at: now, facts: { text: command.text } });
}

/**
 * Art. 7: it lacks what a decision needs; the citizen is told what, within five days as in `forward`, and may
 * complete it. Refuses with `wrong_status` or `empty_text`.
 */
export function returnIncomplete(
  appeal: Appeal,
  command: Command & { text: string },
  now: Instant,
): Decision {
  if (!canMove(appeal.status, 'returned')) return refuse('wrong_status');
  if (!command.text.trim()) return refuse('empty_text');
  const returned: Appeal = { ...appeal, status: 'returned', needsModerator: false };
  return accept(returned, command, { type: 'appeal.returned', at: now, facts: { text: command.text } });
}

/**
 * Art. 8: an anonymous appeal, a repeat of a question decided on its merits, a complaint past its term. Always by a
 * person, always with the ground. Refuses with `wrong_status` or `ground_missing`.
 */
export function leaveUnconsidered(
  appeal: Appeal,
  command: Command & { ground: string },
  now: Instant,
): Decision {
  if (!canMove(appeal.status, 'not_considered')) return refuse('wrong_status');
  if (!command.ground.trim()) return refuse('ground_missing');
  const left: Appeal = { ...appeal, status: 'not_considered', needsModerator: false };
  return accept(left, command, { type: 'appeal.not_considered', at: now, facts: { text: command.ground } });
}
