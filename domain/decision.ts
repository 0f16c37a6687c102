import type { Appeal, AppealEvent, EventFacts, EventType } from './appeal';
import type { Channel } from './channel';
import type { Instant } from './instant';

/** Why an appeal cannot change as asked. Each word has its sentence in locales/. */
export const APPEAL_REFUSALS = [
  'wrong_status',
  'already_taken',
  'empty_text',
  'text_too_long',
  'too_many_files',
  'ground_missing',
  'date_missing',
  'date_past',
  'old_answer',
  'already_decided',
  'not_changed',
  'window_over',
  'no_such_stars',
  'no_legal_term',
  'already_answered',
  'term_over',
  'beyond_45_days',
  'not_later',
  'lead_over',
  'nothing_changed',
  'no_such_category',
  'not_late',
  'request_settled',
  'too_early',
  'not_reminded',
  'no_such_incoming',
  'not_a_message',
  'no_such_file',
  'about_officials',
  'not_public',
  'not_about_officials',
  'complained_of',
  'is_author',
] as const;
export type AppealRefusal = (typeof APPEAL_REFUSALS)[number];

/** What somebody wants: `id` is the id of the event that caused it, `by` the actor's, `channel` the door when it is no messenger. */
export interface Command {
  readonly id: string;
  readonly by: string;
  readonly channel?: Channel;
}

export type Decision =
  | { readonly ok: true; readonly appeal: Appeal; readonly event: AppealEvent }
  | { readonly ok: false; readonly refusal: AppealRefusal };

export const refuse = (refusal: AppealRefusal): Decision => ({ ok: false, refusal });

/** The appeal one revision on, its history longer by this event. */
export function accept(
  changed: Appeal,
  command: Command,
  happened: { type: EventType; at: Instant; facts?: EventFacts },
): Decision {
  const event = {
    id: command.id,
    type: happened.type,
    at: happened.at,
    by: command.by,
    ...(command.channel && { channel: command.channel }),
    facts: happened.facts ?? {},
  };
  return {
    ok: true,
    event,
    appeal: { ...changed, rev: changed.rev + 1, events: [...changed.events, event] },
  };
}

/** A command carried out before changes nothing when it comes again. */
export const wasCarriedOut = (appeal: Appeal, commandId: string): boolean =>
  appeal.events.some((event) => event.id === commandId);
