import { isComplainedOf } from './about-officials';
import { isByAuthor } from './account-move';
import type { Answer, Appeal, Attachment, Status } from './appeal';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Signatory } from './city';
import { promiseOf } from './follow-up';
import type { Instant } from './instant';
import type { Outcome } from './outcome';
import type { Place } from './place';
import { canMove, isOpen, OPEN_STATUSES, reaches } from './moves';
import { groundIn, whyNotSay } from './saying';

/** Somebody’s cases: those the office has the word in, and answered ones that may come back. */
export const HELD_STATUSES = [...OPEN_STATUSES, 'answered'] as const satisfies Status[];

/** In work, and handed back by whoever had it. */
export const isNobodys = ({ status, executorId }: Pick<Appeal, 'status' | 'executorId'>): boolean =>
  status === 'in_progress' && !executorId;

/** It waits for somebody: newly, after a question or rework, or because the one who had it handed it back. */
export const isTakeable = ({ status, executorId }: Pick<Appeal, 'status' | 'executorId'>): boolean =>
  isOpen(status) && (status === 'in_progress' ? !executorId : canMove(status, 'in_progress'));

/** Takes the appeal for an official. Refuses with `already_taken` (a colleague has it) or `wrong_status`. */
export function take(appeal: Appeal, command: Command, now: Instant): Decision {
  if (appeal.status === 'in_progress' && appeal.executorId) return refuse('already_taken');
  if (!isTakeable(appeal)) return refuse('wrong_status');
  const taken: Appeal = { ...appeal, status: 'in_progress', executorId: command.by, needsModerator: false };
  return accept(taken, command, { type: 'appeal.taken', at: now });
}

/**
 * Gives the appeal to an official, whoever had it before; what was forwarded or not considered comes back by it.
 * Refuses with `wrong_status` when the office has no word now, `complained_of` when it complains about them and
 * `is_author` when they wrote it.
 */
export function assign(appeal: Appeal, command: Command & { executorId: string }, now: Instant): Decision {
  if (!reaches(appeal.status, 'in_progress')) return refuse('wrong_status');
  const { executorId } = command;
  if (isComplainedOf(appeal, executorId)) return refuse('complained_of');
  if (isByAuthor(appeal, executorId)) return refuse('is_author');
  const assigned: Appeal = { ...appeal, status: 'in_progress', executorId, needsModerator: false };
  return accept(assigned, command, { type: 'appeal.assigned', at: now, facts: { executorId } });
}

/**
 * Passes a case on to a colleague; what the citizen was asked stays asked. Refuses with `wrong_status` when the office
 * has no word now, and with `nothing_changed` when the colleague has it.
 */
export function give(appeal: Appeal, command: Command & { executorId: string }, now: Instant): Decision {
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  if (appeal.executorId === command.executorId) return refuse('nothing_changed');
  const given = assign(appeal, command, now);
  const isAsked = appeal.status === 'needs_details';
  return given.ok && isAsked ? { ...given, appeal: { ...given.appeal, status: 'needs_details' } } : given;
}

/**
 * «Not ours»: back to the moderators, with the reason and whose it is (`suggests`: a department or `OTHER_BODY`); the
 * term goes on. Refuses with `wrong_status`.
 */
export function decline(
  appeal: Appeal,
  command: Command & { reason?: string; suggests?: string },
  now: Instant,
): Decision {
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  const { executorId: _left, ...rest } = appeal;
  const { reason, suggests } = command;
  const facts = { ...(reason && { text: reason }), ...(suggests && { suggests }) };
  return accept({ ...rest, needsModerator: true }, command, { type: 'appeal.declined', at: now, facts });
}

/** Asks the citizen, perhaps with a picture of what is meant or the place; the clock does not stop. Refuses as `whyNotSay` says, or with `wrong_status`. */
export function askForDetails(
  appeal: Appeal,
  command: Command & { question: string; attachments?: readonly Attachment[]; place?: Place },
  now: Instant,
): Decision {
  const { question: text, attachments = [], place } = command;
  const unsayable = whyNotSay(text, attachments);
  if (unsayable) return refuse(unsayable);
  if (!reaches(appeal.status, 'needs_details')) return refuse('wrong_status');
  const executorId = appeal.executorId ?? command.by;
  const asked: Appeal = { ...appeal, status: 'needs_details', executorId };
  const facts = { text, ...(attachments.length > 0 && { attachments }), ...(place && { place }) };
  return accept(asked, command, { type: 'appeal.details_asked', at: now, facts });
}

/** The office has the next word, or it promised a day and may now say what came of it. */
export const isAnswerable = (appeal: Pick<Appeal, 'status' | 'answers'>): boolean =>
  canMove(appeal.status, 'answered') || (appeal.status === 'answered' && promiseOf(appeal) !== undefined);

export interface AnswerGiven {
  readonly text: string;
  readonly outcome: Outcome;
  readonly ground?: string;
  readonly plannedOn?: string;
  readonly signatory: Signatory;
  readonly attachments: readonly Attachment[];
}

/**
 * The office says how it ended (art. 15: the name and post of who signs; a refusal states its ground). It closes nothing.
 * A plan may be followed by a new answer.
 * `today` is the city's date, `2026-11-22`. Refuses as `whyNotSay` says, with `ground_missing`, `date_missing`, `date_past`, `wrong_status`.
 */
export function answer(
  appeal: Appeal,
  command: Command & { given: AnswerGiven; today: string },
  now: Instant,
): Decision {
  const { given, today } = command;
  const unsayable = whyNotSay(given.text, given.attachments);
  if (unsayable) return refuse(unsayable);
  const ground = given.outcome === 'refused' ? groundIn(given.ground) : undefined;
  if (given.outcome === 'refused' && !ground) return refuse('ground_missing');
  if (given.outcome === 'planned' && !given.plannedOn) return refuse('date_missing');
  if (given.plannedOn && given.plannedOn < today) return refuse('date_past');
  if (!isAnswerable(appeal)) return refuse('wrong_status');
  const ordinal = appeal.answers.length + 1;
  const { ground: _given, plannedOn, ...rest } = given;
  const particular = {
    ...(ground && { ground }),
    ...(given.outcome === 'planned' && plannedOn && { plannedOn }),
  };
  const added: Answer = { ...rest, ...particular, ordinal, at: now };
  const executorId = appeal.executorId ?? command.by;
  const answers = [...appeal.answers, added];
  const answered: Appeal = {
    ...appeal,
    status: 'answered',
    outcome: given.outcome,
    executorId,
    answers,
    needsModerator: false,
  };
  return accept(answered, command, { type: 'appeal.answered', at: now, facts: { ordinal } });
}

/** `В-1234/01-12`: letters, digits and what stands between them, with a digit at least. */
const INCOMING = /^(?=.*\d)[\p{L}\d][\p{L}\d ./№–-]{0,39}$/u;

/**
 * The number the city's own document system gave it (348: every appeal is registered once there). A later one corrects
 * the earlier, which stays in the history. Possible in any status. Refuses with `no_such_incoming`.
 */
export function recordIncoming(
  appeal: Appeal,
  command: Command & { incomingNumber: string },
  now: Instant,
): Decision {
  const incomingNumber = command.incomingNumber.trim();
  if (!INCOMING.test(incomingNumber)) return refuse('no_such_incoming');
  const before = appeal.incomingNumber;
  const facts = { text: incomingNumber, ...(before && { before }) };
  return accept({ ...appeal, incomingNumber }, command, { type: 'appeal.incoming_recorded', at: now, facts });
}
