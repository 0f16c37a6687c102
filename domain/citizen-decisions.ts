import { lastAnswer, textOf, type Appeal, type Attachment, type EventType, type Piece, type Rating } from './appeal'; // prettier-ignore
import { isClosedByHand, windowEndsAt } from './closing';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { forwardingOf } from './follow-up';
import { canMove, isOpen } from './moves';
import type { Place } from './place';

type AboutAnswer = Command & { ordinal: number };

type Said = { readonly text?: string; readonly attachments?: readonly Attachment[] };

/** «Solved»: the citizen's own word closes the appeal, also in place of a controller's hand. Refuses with `old_answer` or `wrong_status`. */
export function confirm(appeal: Appeal, command: AboutAnswer & Said, now: Instant): Decision {
  const { ordinal, text, attachments = [] } = command;
  if (lastAnswer(appeal)?.ordinal !== ordinal) return refuse('old_answer');
  if (!canMove(appeal.status, 'closed') && !isClosedByHand(appeal)) return refuse('wrong_status');
  const closed: Appeal = { ...appeal, status: 'closed' };
  const facts = { ordinal, ...(text && { text }), ...(attachments.length > 0 && { attachments }) };
  return accept(closed, command, { type: 'appeal.confirmed', at: now, facts });
}

/** The window runs from the moment the appeal was closed, not from the answer. */
export function isWindowOver(appeal: Appeal, windowDays: number, now: Instant): boolean {
  const endsAt = windowEndsAt(appeal, { reworkWindowDays: windowDays });
  return endsAt !== undefined && endsAt < now;
}

/** Its last answer may still be called «not solved». */
export const mayReturn = (appeal: Appeal, windowDays: number, now: Instant): boolean =>
  appeal.answers.length > 0 && canMove(appeal.status, 'rework') && !isWindowOver(appeal, windowDays, now);

/**
 * «Not solved»: back to the executor with a new target term, and the controller is told. A citizen who closed it
 * may still return it within the city's window. Refuses with `old_answer`, `window_over` or `wrong_status`.
 */
export function returnForRework(
  appeal: Appeal,
  command: AboutAnswer &
    Heard & {
      reason: string;
      attachments: readonly Attachment[];
      dueAt: Instant;
      windowDays: number;
    },
  now: Instant,
): Decision {
  const last = lastAnswer(appeal);
  if (last?.ordinal !== command.ordinal) return refuse('old_answer');
  if (!canMove(appeal.status, 'rework')) return refuse('wrong_status');
  if (isWindowOver(appeal, command.windowDays, now)) return refuse('window_over');
  const { outcome: _claimed, ...rest } = appeal;
  const returned: Appeal = {
    ...rest,
    ...heard(appeal, command),
    status: 'rework',
    dueAt: command.dueAt,
    reworkCount: appeal.reworkCount + 1,
  };
  const facts = { text: command.reason, attachments: command.attachments, ordinal: command.ordinal };
  return accept(returned, command, { type: 'appeal.returned_for_rework', at: now, facts });
}

/** Stars, reasons and words about the last answer; a later rating replaces an earlier one. Refuses with `wrong_status`, `no_such_stars`. */
export function rate(appeal: Appeal, command: Command & { rating: Rating }, now: Instant): Decision {
  const { rating } = command;
  if (![1, 2, 3, 4, 5].includes(rating.stars)) return refuse('no_such_stars');
  if (appeal.status !== 'closed') return refuse('wrong_status');
  const facts = { stars: rating.stars, ...(rating.comment && { text: rating.comment }) };
  return accept({ ...appeal, rating }, command, { type: 'appeal.rated', at: now, facts });
}

/** The citizen takes it back while the office has not answered. Refuses with `wrong_status`. */
export function withdraw(appeal: Appeal, command: Command, now: Instant): Decision {
  if (!canMove(appeal.status, 'withdrawn')) return refuse('wrong_status');
  return accept({ ...appeal, status: 'withdrawn' }, command, { type: 'appeal.withdrawn', at: now });
}

/** Later words may name a danger; none take it back. */
type Heard = { readonly isUrgent?: boolean };
export const heard = ({ isUrgent: was }: Appeal, { isUrgent }: Heard) => ({
  isUrgent: was || isUrgent === true,
});

/** What an event keeps of it. */
export const danger = ({ isUrgent }: Heard) => isUrgent && ({ isUrgent } as const);

const placed = (appeal: Appeal, place: Place | undefined) =>
  place && { corrected: { place }, ...(appeal.place && { was: { place: appeal.place } }) };

/** New words, photos or the place, from the citizen; a question that waited for them is answered. Refuses with `empty_text` or `wrong_status`. */
export function addDetail(
  appeal: Appeal,
  command: Command & Heard & { text: string; attachments: readonly Attachment[]; place?: Place },
  now: Instant,
): Decision {
  const { text, attachments, place } = command;
  if (!text.trim() && attachments.length === 0 && !place) return refuse('empty_text');
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  const status = appeal.status === 'needs_details' ? 'in_progress' : appeal.status;
  const all = [...appeal.attachments, ...attachments];
  const facts = { text, attachments, ...placed(appeal, place), ...danger(command) };
  const changed = { ...appeal, ...heard(appeal, command), ...(place && { place }) };
  return accept({ ...changed, status, attachments: all }, command, {
    type: 'appeal.detail_added',
    at: now,
    facts,
  });
}

/** The citizen edited a message of theirs: the new words stand, the old ones stay in the history. Refuses with `wrong_status`, `empty_text` or `nothing_changed` (not its message). */
export function amend(appeal: Appeal, command: Command & Heard & { piece: Piece }, now: Instant): Decision {
  const { piece } = command;
  if (!piece.text.trim()) return refuse('empty_text');
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  if (!appeal.pieces.some(({ messageId }) => messageId === piece.messageId)) return refuse('nothing_changed');
  const pieces = appeal.pieces.map((old) => (old.messageId === piece.messageId ? piece : old));
  const facts = { before: textOf(appeal), text: textOf({ pieces }), ...danger(command) };
  return accept({ ...appeal, ...heard(appeal, command), pieces }, command, {
    type: 'appeal.amended',
    at: now,
    facts,
  });
}

export interface Completion {
  readonly pieces: readonly Piece[];
  readonly attachments: readonly Attachment[];
  readonly place?: Place;
  readonly isUrgent?: boolean;
}

/** It was returned and waits for what it lacks (art. 7). */
export const awaitsCompletion = ({ status }: Pick<Appeal, 'status'>): boolean => status === 'returned';

/**
 * What a returned appeal lacked: it is before the office again, with a new target term. The legal one goes on from
 * registration. Refuses with `empty_text` or `wrong_status`.
 */
export function complete(
  appeal: Appeal,
  command: Command & Completion & { dueAt: Instant },
  now: Instant,
): Decision {
  const { pieces, attachments, place, dueAt } = command;
  const text = textOf({ pieces });
  if (!text.trim() && attachments.length === 0 && !place) return refuse('empty_text');
  if (!awaitsCompletion(appeal) || !canMove(appeal.status, 'submitted')) return refuse('wrong_status');
  const { executorId: _had, ...rest } = appeal;
  const completed: Appeal = {
    ...rest,
    ...heard(appeal, command),
    status: 'submitted',
    needsModerator: true,
    dueAt,
    ...(place && { place }),
    pieces: [...appeal.pieces, ...pieces],
    attachments: [...appeal.attachments, ...attachments],
  };
  return accept(completed, command, {
    type: 'appeal.completed',
    at: now,
    facts: { text, attachments, ...placed(appeal, place), ...danger(command) },
  });
}

/** «Did they help?» of an appeal that went to another body. */
export const HELP = ['yes', 'no', 'not_yet'] as const;
export type Help = (typeof HELP)[number];

const SAID: Record<Help, EventType> = {
  yes: 'appeal.helped',
  no: 'appeal.not_helped',
  not_yet: 'appeal.help_awaited',
};

/**
 * Whether the other body helped. «No» brings it back to the moderators with a new target term (`dueAt`): a person decides
 * what next. «Yes» is written down and closes nothing, as the answer is not ours. Refuses with
 * `wrong_status`, also when it went elsewhere since (`forwarding` is which time it was asked about).
 */
export function tellOfHelp(
  appeal: Appeal,
  command: Command & { help: Help; forwarding: number; dueAt: Instant },
  now: Instant,
): Decision {
  const { help, forwarding, dueAt } = command;
  if (appeal.status !== 'forwarded' || forwarding !== forwardingOf(appeal)) return refuse('wrong_status');
  const told = { type: SAID[help], at: now };
  if (help !== 'no') return accept(appeal, command, told);
  if (!canMove(appeal.status, 'submitted')) return refuse('wrong_status');
  const { executorId: _had, ...rest } = appeal;
  return accept({ ...rest, status: 'submitted', needsModerator: true, dueAt }, command, told);
}
