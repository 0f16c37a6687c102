import type { AuthorFacts } from './author';
import type { Channel } from './channel';
import type { Complexity, Signatory } from './city';
import type { Instant } from './instant';
import type { Outcome } from './outcome';
import type { Place } from './place';
import type { Sifting } from './sifting-rules';

/** Art. 3 of the law on citizens' appeals; `message` lacks what art. 5 asks for and has no legal term. */
export const KINDS = ['application', 'complaint', 'proposal', 'message'] as const;
export type AppealKind = (typeof KINDS)[number];

export const STATUSES = [
  'submitted', 'in_progress', 'needs_details', 'answered', 'rework', 'forwarded', 'returned', 'not_considered', 'withdrawn', 'closed',
] as const; // prettier-ignore
export type Status = (typeof STATUSES)[number];

export interface Attachment {
  readonly id: string;
  readonly kind: 'photo' | 'document' | 'voice' | 'video';
  readonly messenger: string;
  /** The messenger's handle of the original. */
  readonly fileId: string;
  readonly name?: string;
  readonly mediaType?: string;
  readonly sizeBytes?: number;
  /** Our own copy, once a worker has made it. */
  readonly copyId?: string;
  /** A picture's look in 16 hexadecimal digits: near-identical pictures differ in few bits. */
  readonly look?: string;
}

/** Words of a citizen as they came; `messageId` lets a later edit find them. */
export interface Piece {
  readonly messageId: string;
  readonly text: string;
}

/** Another appeal, and the number people know it by. */
export interface AppealLink {
  readonly id: string;
  readonly number: string;
}

/**
 * Resolutions 348 and 858. `repeat`: the same person again on the same question after an answer; `duplicate`: the same
 * text again; `mass`: the same from many. `near`: something alike is open nearby, for a moderator to look at.
 * `officials`: whatever its category, it complains about an official (art. 7).
 */
export const MARK_KINDS = ['repeat', 'duplicate', 'mass', 'near', 'officials'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A label that links, and never drops or delays. */
export interface Mark {
  readonly kind: MarkKind;
  /** The appeals it was recognised by. */
  readonly of: readonly AppealLink[];
}

/** Somebody else whose matter it is: a parent, a neighbour. Art. 5 asks for their name and residence. */
export interface Beneficiary {
  readonly name: string;
  readonly residence: string;
}

export interface Answer {
  /** 1, 2 …: the subject of «solved» and «not solved». */
  readonly ordinal: number;
  readonly text: string;
  readonly outcome: Outcome;
  /** Why it was refused (art. 15); present only with `refused`. */
  readonly ground?: string;
  /** The promised day, `2026-12-07`; present only with `planned`. */
  readonly plannedOn?: string;
  readonly signatory: Signatory;
  readonly attachments: readonly Attachment[];
  readonly at: Instant;
  /** When its words were last mended; the words before are in the history. */
  readonly correctedAt?: Instant;
}

export interface Rating {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly reasons: readonly string[];
  readonly comment?: string;
}

/** What happened, past tense; the history of the appeal and the outbox of its notices. `id` is the command's. */
export interface AppealEvent {
  readonly id: string;
  readonly type: EventType;
  readonly at: Instant;
  readonly by: string;
  /** By which door, when it was no messenger. */
  readonly channel?: Channel;
  readonly facts: EventFacts;
}

export const EVENT_TYPES = [
  'appeal.submitted', 'appeal.taken', 'appeal.assigned', 'appeal.declined', 'appeal.details_asked', 'appeal.detail_added',
  'appeal.rerouted', 'appeal.handed_over', 'appeal.recategorised',
  'appeal.amended', 'appeal.answered', 'appeal.confirmed', 'appeal.rated', 'appeal.returned_for_rework', 'appeal.withdrawn',
  'appeal.extended', 'appeal.forwarded', 'appeal.returned', 'appeal.completed', 'appeal.not_considered',
  'appeal.joined', 'appeal.left', 'appeal.linked', 'appeal.separated', 'appeal.labelled',
  'appeal.delay_explained', 'appeal.extension_asked', 'appeal.extension_declined',
  'appeal.helped', 'appeal.help_awaited', 'appeal.not_helped',
  'appeal.closed_by_hand',
  'appeal.answer_corrected', 'appeal.noted', 'appeal.objected',
  'appeal.files_hidden', 'appeal.files_shown',
  'appeal.author_moved',
  'appeal.incoming_recorded', 'appeal.corrected', 'appeal.identified', 'appeal.official_named',
  'appeal.pseudonymised',
] as const; // prettier-ignore
export type EventType = (typeof EVENT_TYPES)[number];

/** Known to the office only: no citizen, letter or export ever shows these. */
export const STAFF_ONLY_EVENTS: readonly EventType[] = ['appeal.noted', 'appeal.official_named'];

/** Parts of an appeal the citizen said anew. */
export interface Corrected {
  readonly place?: Place;
  readonly particulars?: Readonly<Record<string, string>>;
}

export interface EventFacts {
  /** The words that came with it: a question, a detail, a reason. */
  readonly text?: string;
  readonly attachments?: readonly Attachment[];
  /** The place a question of the office is about. */
  readonly place?: Place;
  /** The answer it is about. */
  readonly ordinal?: number;
  readonly executorId?: string;
  readonly department?: string;
  /** The category it has now; `before` is the one it had. */
  readonly category?: string;
  readonly before?: string;
  /** Whose it is, as the one who declined it says: a department or `OTHER_BODY`. */
  readonly suggests?: string;
  /** What stands since then, and what stood before. */
  readonly corrected?: Corrected;
  readonly was?: Corrected;
  readonly stars?: number;
  /** The appeal that joined or left, or the lead it now belongs or belonged to. */
  readonly other?: AppealLink;
  /** The last day somebody asks for, or a term's new last day, `2026-12-07`. */
  readonly day?: string;
  /** The attachments it hides or shows again. */
  readonly fileIds?: readonly string[];
  /** The colleague it complains about; none when nobody is named. */
  readonly officialId?: string;
  /** The event of the request it settles. */
  readonly requestId?: string;
  /** Its words name a danger. */
  readonly isUrgent?: true;
}

export interface Appeal extends AuthorFacts {
  /** The id of the draft it came from: submitting twice is the same appeal. */
  readonly id: string;
  /** `2026-004217`: a name for people, never a key. */
  readonly number: string;
  /** The number in the city's own document system, once staff have written it down. */
  readonly incomingNumber?: string;
  readonly kind: AppealKind;
  readonly pieces: readonly Piece[];
  readonly category: string;
  readonly complexity: Complexity;
  readonly department: string;
  readonly place?: Place;
  /** Answers to the category's own questions: question id → option id or words. */
  readonly particulars: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
  readonly citizenId: string;
  /** Accounts of the same person before, the oldest first. */
  readonly formerCitizenIds?: readonly string[];
  readonly language: string;
  /** The phone was verified by the messenger; others pass the moderators' queue first (never refused, art. 7). */
  readonly isVerified: boolean;
  readonly needsModerator: boolean;
  /** Its words name a danger to life now: first in every queue. */
  readonly isUrgent: boolean;
  readonly status: Status;
  readonly outcome?: Outcome;
  readonly answers: readonly Answer[];
  readonly rating?: Rating;
  readonly executorId?: string;
  /** The appeal this one joined: it has the card, and its answer answers this one too. */
  readonly leadId?: string;
  /** Those that joined this one, the oldest first. */
  readonly joinerIds?: readonly string[];
  readonly marks?: readonly Mark[];
  /** A complaint about officials: the controllers', and of whom they gave it to (art. 7). As `withCircle` says. */
  readonly isAboutOfficials?: true;
  /** Ids of the colleagues it complains about, as a controller recorded them; they never see it. */
  readonly complainedOf?: readonly string[];
  /** Filed for another person, with their consent. */
  readonly onBehalfOf?: Beneficiary;
  /** A collective appeal: who signs besides the one who sent it. */
  readonly coAuthors?: readonly string[];
  /** Attachments only the author and a controller may see, by their ids. */
  readonly hiddenFiles?: readonly string[];
  /** Only a controller may see who wrote it. */
  readonly hidesName?: true;
  /** Why a moderator looked at it first. */
  readonly sifted?: readonly Sifting[];
  readonly reworkCount: number;
  readonly registeredAt: Instant;
  /** When a message got the data of art. 5 and became an appeal. */
  readonly identifiedAt?: Instant;
  readonly dueAt: Instant;
  readonly legalDueAt?: Instant;
  readonly rev: number;
  readonly events: readonly AppealEvent[];
}

/** Art. 20: from when the law counts its terms. */
export const legalStartOf = ({
  identifiedAt,
  registeredAt,
}: Pick<Appeal, 'identifiedAt' | 'registeredAt'>): Instant => identifiedAt ?? registeredAt;

/** Everything the citizen wrote, in order. */
export const textOf = (appeal: Pick<Appeal, 'pieces'>): string =>
  appeal.pieces.map((piece) => piece.text).join('\n');

export const lastAnswer = (appeal: Pick<Appeal, 'answers'>): Answer | undefined => appeal.answers.at(-1);

export type Attached = Pick<Appeal, 'attachments' | 'answers' | 'events'>;

/** Every attachment once, wherever it hangs: the appeal itself, its answers, its events. */
export function attachmentsOf({ attachments, answers, events }: Attached): Attachment[] {
  const inAnswers = answers.flatMap((answer) => answer.attachments);
  const inEvents = events.flatMap((event) => event.facts.attachments ?? []);
  const all = [...attachments, ...inAnswers, ...inEvents];
  return [...new Map(all.map((attachment) => [attachment.id, attachment])).values()];
}
