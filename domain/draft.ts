import type { Instant } from './instant';

export const STAFF_DRAFT_KINDS = [
  'answer',
  'question',
  'delay',
  'extension',
  'forward',
  'return',
  'correction',
  'note',
  'contact',
  'decline',
] as const;
/** What is written about an appeal by those who work with it. */
export type StaffDraftKind = (typeof STAFF_DRAFT_KINDS)[number];

export const DRAFT_KINDS = [
  ...([
    'appeal',
    'profile',
    'detail',
    'rework',
    'rating',
    'post',
    'objection',
    'loose',
    'fix',
    'identify',
    'moving',
    'judgement',
    'breach',
  ] as const),
  ...STAFF_DRAFT_KINDS,
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** False for one of a newer version: nobody here knows what it asks. */
export const isKnown = ({ kind }: Pick<Draft, 'kind'>): boolean => DRAFT_KINDS.includes(kind);

/** `saved`: put aside by its author; `finished`: became what it was for; `cancelled`: thrown away, may be restored. */
export type DraftState = 'open' | 'saved' | 'finished' | 'cancelled';

/** A field that is missing was not asked yet; `null` was asked and skipped. */
export type Fields = Readonly<Record<string, unknown>>;

/** Something being written. It is in the record from the first word on; Redis knows only where its author is. */
export interface Draft {
  readonly id: string;
  readonly kind: DraftKind;
  readonly ownerId: string;
  readonly messenger: string;
  readonly chatId: string;
  readonly threadId?: string;
  /** The appeal it is about, where there is one. */
  readonly subjectId?: string;
  readonly fields: Fields;
  readonly state: DraftState;
  /** The field asked, when it is not simply the first one missing. */
  readonly at?: string | undefined;
  /** The events that set its fields, newest last: a repeated delivery changes nothing. */
  readonly eventIds: readonly string[];
  readonly rev: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly nudgedAt?: Instant;
}
