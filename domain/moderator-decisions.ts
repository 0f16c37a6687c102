import type { Appeal } from './appeal';
import { dayFrom } from './calendar';
import { accept, refuse, type Command, type Decision } from './decision';
import { extensionAsked, whyNotExtend, type LongerTerm } from './extension';
import type { Instant } from './instant';
import { canMove } from './moves';
import { whyNotSay } from './saying';
import { endOfTerm, type CityTime } from './term';

/**
 * Art. 20: the head or the deputy extends the term with a reason, to 45 days in all, and the citizen is notified.
 * A request that waits is settled by it. Refuses with `wrong_status`, `no_legal_term` (a message), `already_answered`,
 * `empty_text`, `term_over` (day 46 and later), `beyond_45_days`, `date_past` and `not_later`.
 */
export function extend(
  appeal: Appeal,
  command: Command & LongerTerm,
  now: Instant,
  city: CityTime,
): Decision {
  const refusal = whyNotExtend(appeal, command, now, city);
  if (refusal) return refuse(refusal);
  const dueAt = endOfTerm(command.day, city);
  const asked = extensionAsked(appeal);
  const facts = { text: command.reason, ...(asked && { requestId: asked.id }) };
  const extended: Appeal = { ...appeal, dueAt, legalDueAt: dueAt };
  return accept(extended, command, { type: 'appeal.extended', at: now, facts });
}

/** The head says yes to a request. Refuses with `request_settled`, and as `extend` does when it came too late. */
export function approveExtension(
  appeal: Appeal,
  { requestId, ...command }: Command & { requestId: string },
  now: Instant,
  city: CityTime,
): Decision {
  const asked = extensionAsked(appeal);
  if (asked?.id !== requestId || !asked.facts.day) return refuse('request_settled');
  const day = dayFrom(asked.facts.day);
  return extend(appeal, { ...command, day, reason: asked.facts.text ?? '' }, now, city);
}

/**
 * Art. 7: not our competence, so it is sent to the right body, named in `text`. Five days from registration is the
 * law; later is late, and said. Refuses with `wrong_status` or as `whyNotSay` says.
 */
export function forward(appeal: Appeal, command: Command & { text: string }, now: Instant): Decision {
  if (!canMove(appeal.status, 'forwarded')) return refuse('wrong_status');
  const unsayable = whyNotSay(command.text);
  if (unsayable) return refuse(unsayable);
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
