import { textOf, type Appeal, type Corrected, type Piece } from './appeal';
import { danger, heard } from './citizen-decisions';
import { findCategory, type City } from './city';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { isOpen } from './moves';
import { termsFor } from './term';

/** The citizen writes the text anew: it stands, the old one stays in the history. Refuses with `wrong_status` or `empty_text`. */
export function rewrite(
  appeal: Appeal,
  command: Command & { pieces: readonly Piece[]; isUrgent?: boolean },
  now: Instant,
): Decision {
  const { pieces } = command;
  const text = textOf({ pieces });
  if (!text.trim()) return refuse('empty_text');
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  const facts = { before: textOf(appeal), text, ...danger(command) };
  return accept({ ...appeal, ...heard(appeal, command), pieces }, command, {
    type: 'appeal.amended',
    at: now,
    facts,
  });
}

/**
 * The citizen corrects the place or an answer to a question of the category; what stood before stays in the history.
 * Refuses with `wrong_status`.
 */
export function correct(appeal: Appeal, command: Command & { corrected: Corrected }, now: Instant): Decision {
  const { place, particulars } = command.corrected;
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  const changed: Appeal = {
    ...appeal,
    ...(place && { place }),
    particulars: { ...appeal.particulars, ...particulars },
  };
  const asked = Object.keys(particulars ?? {}).filter((id) => appeal.particulars[id] !== undefined);
  const was: Corrected = {
    ...(place && appeal.place && { place: appeal.place }),
    ...(particulars && { particulars: Object.fromEntries(asked.map((id) => [id, appeal.particulars[id]!])) }),
  };
  const facts = { corrected: command.corrected, was };
  return accept(changed, command, { type: 'appeal.corrected', at: now, facts });
}

/**
 * A message becomes an appeal once its author gives what art. 5 asks for. Art. 20: its legal term is counted from that
 * day; what was promised stays promised. Refuses with `wrong_status` or `not_a_message`.
 */
export function identify(
  appeal: Appeal,
  command: Command & { kind: Exclude<Appeal['kind'], 'message'> },
  now: Instant,
  city: City,
): Decision {
  const { kind } = command;
  if (appeal.kind !== 'message') return refuse('not_a_message');
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  const target = findCategory(city, appeal.category)?.target ?? { amount: 15, unit: 'calendar_days' };
  const { legalDueAt } = termsFor({ complexity: appeal.complexity, target, kind }, now, city);
  const identified: Appeal = { ...appeal, kind, identifiedAt: now, ...(legalDueAt && { legalDueAt }) };
  return accept(identified, command, { type: 'appeal.identified', at: now });
}
