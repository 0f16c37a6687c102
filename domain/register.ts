import type { Appeal, AppealKind, AppealLink, Attachment, Beneficiary, Piece } from './appeal';
import type { AuthorFacts } from './author';
import type { Category } from './city';
import type { Command } from './decision';
import type { Instant } from './instant';
import type { Place } from './place';
import type { Sifting } from './sifting-rules';

export interface Registration extends AuthorFacts {
  readonly id: string;
  readonly number: string;
  readonly kind: AppealKind;
  readonly pieces: readonly Piece[];
  readonly category: Category;
  readonly place?: Place;
  readonly particulars: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
  readonly language: string;
  readonly isVerified: boolean;
  readonly isUncertain: boolean;
  readonly isUrgent: boolean;
  /** The appeal it joins. */
  readonly lead?: AppealLink;
  readonly onBehalfOf?: Beneficiary;
  readonly coAuthors?: readonly string[];
  readonly hidesName?: true;
  readonly sifted: readonly Sifting[];
  readonly terms: { readonly dueAt: Instant; readonly legalDueAt?: Instant };
}

/**
 * A new appeal. A properly filed one is always taken (art. 7); the unverified and the sifted pass a moderator first, on
 * the same term. A danger to life waits for no sifting.
 */
export function register(registration: Registration, command: Command, now: Instant): Appeal {
  const { category, terms, place, isUncertain, lead, sifted, ...given } = registration;
  const isSifted = sifted.length > 0 && !registration.isUrgent;
  const facts = lead ? { other: lead } : {};
  const event = { id: command.id, type: 'appeal.submitted', at: now, by: command.by, facts } as const;
  return {
    ...given,
    ...(place && { place }),
    ...terms,
    ...(lead && { leadId: lead.id }),
    category: category.code,
    complexity: category.complexity,
    department: category.department,
    ...(category.isAboutOfficials && { isAboutOfficials: true }),
    citizenId: command.by,
    ...(sifted.length > 0 && { sifted }),
    needsModerator: isUncertain || !registration.isVerified || isSifted,
    status: 'submitted',
    answers: [],
    reworkCount: 0,
    registeredAt: now,
    rev: 1,
    events: [event],
  };
}

/** `2026-004217` */
export const appealNumber = (year: number, ordinal: number): string =>
  `${year}-${String(ordinal).padStart(6, '0')}`;
