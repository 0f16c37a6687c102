import type { Instant } from './instant';

export const NOTICE_KINDS = [
  /** The state of an appeal's card in a staff chat: sent once, edited after. */
  'card',
  /** The title of its topic, and whether it is open. */
  'topic',
  /** The pinned message of a staff chat that counts what waits. */
  'overview',
  /** In a topic opened anew: what happened so far. */
  'topic_summary',
  /** Under the card: a citizen's new words, a rework, a withdrawal, a confirmation. */
  'staff_note',
  /** Under the card: something could not be delivered to the citizen. */
  'undelivered',
  /** To the executor and each controller privately, from the second time higher up too: the citizen said «not solved». */
  'rework_alert',
  /** Under the card: it is not taken or answered in time. */
  'escalation_note',
  /** The same to a colleague privately: who has it, the head, a controller, a deputy mayor. */
  'escalation',
  /** To the citizen, once in a term: the answer is late. */
  'late',
  /** To the citizen: why it is late, as the office says. */
  'delay_explained',
  /** To the head: an official asks for more time. And what became of it, to who asked. */
  'extension_asked',
  'extension_asked_note',
  'extension_settled',
  'extension_settled_note',
  /** To the citizen, to the executor and under the card: the promised day has come. */
  'planned_day',
  'planned_alert',
  'planned_note',
  /** To the citizen: did the body it was forwarded to help? And to the controllers: it did not. */
  'help_question',
  'not_helped',
  /** To the moderators: a complaint about officials waits and no controller could be told. Its number, never its words. */
  'unattended',
  /** To a chat that may not show it any more: a message of ours about it is taken away; `step` names which. */
  'taken_away',
  /** To who was given an appeal, and under the card where they cannot be told. */
  'given',
  'given_note',
  /** Under the card, to the moderators: whose it is, as the one who declined it says. */
  'declined_note',
  'taken',
  /** To the citizen: it is about something else than it was filed as, and so the term is another. */
  'term_changed',
  'details_asked',
  'answered',
  /** To the citizen: the words of the answer they have were mended, or files came after it. */
  'answer_corrected',
  /** To the citizen: what a moderator or controller decided besides an answer. */
  'decided',
  /** To the citizen: a moderator put their appeal together with another, or it goes on alone. */
  'joining',
  /** To moderators: a new account asks for an old one’s appeals, and it is their turn to decide. */
  'move_alert',
  /** To the citizen: a moderator hid pictures of theirs from the others, or shows them again. */
  'hiding',
  /** In a chat where a hidden picture stands: it is taken away; `step` is its message. */
  'picture_cover',
  /** To the citizen: a controller closed it without their word; they can still judge. */
  'closed_by_hand',
  'rate_reminder',
  /** Each working morning: to a group and to an official what is due, late and returned; to controllers the late by head. */
  'digest',
  'own_digest',
  'late_digest',
  /** To each moderator: the queue has grown, or grown old. */
  'queue_alert',
  'draft_nudge',
  /** To each controller: something in the delivery needs a person. */
  'alarm',
  /** An appeal or an answer as PDF, asked for by whoever gets it; `step` names which. */
  'paper',
  /** All that is kept about a person, asked for by them; `step` names the record or a handful of files. */
  'my_data',
  /** A reply that took too long to send at once: the finished screen itself. */
  'screen',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** False for one of a newer version: nobody here knows what it says. */
export const isKnown = ({ kind }: Pick<Notice, 'kind'>): boolean => NOTICE_KINDS.includes(kind);

/** What a colleague is told privately, and what their group hears under the card where that cannot be. */
export const IN_GROUP: Partial<Record<NoticeKind, NoticeKind>> = {
  rework_alert: 'staff_note',
  not_helped: 'staff_note',
  escalation: 'escalation_note',
  extension_asked: 'extension_asked_note',
  extension_settled: 'extension_settled_note',
  planned_alert: 'planned_note',
  given: 'given_note',
};

/** `skipped`: it stopped being true, or its chat is gone. */
export type NoticeState = 'waiting' | 'sent' | 'skipped';

/** One thing to tell one chat, exactly once as far as the messenger allows. */
export interface Notice {
  /** `event-recipient-kind-step`, no colons: making it twice makes it once. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly messenger: string;
  readonly chatId: string;
  readonly threadId?: string;
  readonly eventId: string;
  readonly appealId?: string;
  readonly draftId?: string;
  /** Tells repeated ones apart: the day of a reminder, the step of an escalation. */
  readonly step?: string;
  /** What goes first in its chat, the smallest of `RANKS`; without it the usual one of its kind. */
  readonly rank?: number;
  /** Only for `screen`. */
  readonly screen?: unknown;
  /** Not before this; later again after each pause. */
  readonly dueAt: Instant;
  /** When it was due before the first pause. */
  readonly firstDueAt?: Instant;
  readonly createdAt: Instant;
  readonly state: NoticeState;
  readonly attempts: number;
  readonly leasedUntil?: Instant;
  /** Which taking of it the lease belongs to: another one may not settle it. */
  readonly leasedBy?: string;
  readonly sentMessageIds: readonly string[];
  /** It may have been sent before: whoever was sending died, or the answer was lost. */
  readonly mayBeDouble?: boolean;
  /** The answer to a call was lost: it leaves once more at most. */
  readonly isAnswerLost?: boolean;
  /** Why it was skipped or how its last attempt ended. */
  readonly remark?: string;
}

/** Since when it should have been sent: pauses for trouble make nothing younger. */
export const dueSince = ({ firstDueAt, dueAt }: Pick<Notice, 'firstDueAt' | 'dueAt'>): Instant =>
  firstDueAt ?? dueAt;

/** A group takes few messages a minute: danger and replies go first, then what somebody waits for, then new cards, then signs. */
export const RANKS = { first: 0, act: 1, news: 2, sign: 3 } as const;

const USUAL: Partial<Record<NoticeKind, number>> = {
  screen: RANKS.first,
  topic: RANKS.sign,
  overview: RANKS.sign,
};

export const rankOf = ({ kind, rank }: Pick<Notice, 'kind' | 'rank'>): number =>
  rank ?? USUAL[kind] ?? RANKS.act;
