import type { Appeal, AppealKind, EventType, Status } from './appeal';
import type { AuthorCategory, SocialStatus } from './author';
import { findCategory, type City } from './city';
import { presentTerm } from './escalation';
import type { Instant } from './instant';
import type { Outcome } from './outcome';

/** Part 1 of the classifier has no number for messengers. */
export const FORMS = { messenger: '' } as const;

/** Part 2. */
export const REPETITIONS = { first: '2.1', repeat: '2.2', duplicate: '2.3', mass: '2.5' } as const;
export type Repetition = keyof typeof REPETITIONS;

/** Part 3; a `message` is no appeal of the law. */
export const KIND_NUMBERS = {
  proposal: '3.1',
  application: '3.2',
  complaint: '3.3',
  message: '',
} as const satisfies Record<AppealKind, string>;

/** Part 5. */
export const AUTHORSHIPS = { individual: '5.1', collective: '5.2', anonymous: '5.3' } as const;
export type Authorship = keyof typeof AUTHORSHIPS;

/** Part 9; the classifier has no number for what is not considered to its end. */
export const RESULTS = {
  satisfied: '9.1',
  partly_satisfied: '9.1',
  refused: '9.2',
  explained: '9.3',
  planned: '9.3',
  returned: '9.4',
  forwarded: '9.5',
  not_considered: '9.6',
  withdrawn: '',
  pending: '',
} as const;
export type Result = keyof typeof RESULTS;

/** One appeal in the classifier of citizens' appeals. `none`: not said, or not in the city's folder any more. */
export interface Record858 {
  readonly form: keyof typeof FORMS;
  readonly repetition: Repetition;
  readonly kind: AppealKind;
  readonly authorship: Authorship;
  readonly authorCategory: AuthorCategory | 'none';
  readonly socialStatus: SocialStatus | 'none';
  /** Code of a heading of the city. */
  readonly heading: string;
  readonly result: Result;
}

const BY_OUTCOME: Record<Outcome, Result> = {
  done: 'satisfied',
  partly_done: 'partly_satisfied',
  refused: 'refused',
  explained: 'explained',
  planned: 'planned',
};

const BY_STATUS: Record<Status, Result | 'by_outcome'> = {
  submitted: 'pending',
  in_progress: 'pending',
  needs_details: 'pending',
  rework: 'pending',
  answered: 'by_outcome',
  closed: 'by_outcome',
  forwarded: 'forwarded',
  returned: 'returned',
  not_considered: 'not_considered',
  withdrawn: 'withdrawn',
};

function resultOf({ status, outcome }: Appeal): Result {
  const result = BY_STATUS[status];
  if (result !== 'by_outcome') return result;
  return outcome ? BY_OUTCOME[outcome] : 'pending';
}

/** The same text again says more than the same question, and both more than a campaign. */
const BY_WEIGHT = ['duplicate', 'repeat', 'mass'] as const;

const repetitionOf = ({ marks = [] }: Appeal): Repetition =>
  BY_WEIGHT.find((kind) => marks.some((mark) => mark.kind === kind)) ?? 'first';

function authorshipOf({ kind, coAuthors = [] }: Appeal): Authorship {
  if (kind === 'message') return 'anonymous';
  return coAuthors.length > 0 ? 'collective' : 'individual';
}

/**
 * How the appeal is counted under Resolution 858. What its author said of themselves is kept from the day of filing; the
 * heading is that of its category today, the result what the office says today: a «not solved» makes it pending again.
 */
export const record858 = (appeal: Appeal, city: City): Record858 => ({
  form: 'messenger',
  repetition: repetitionOf(appeal),
  kind: appeal.kind,
  authorship: authorshipOf(appeal),
  authorCategory: appeal.authorCategory ?? 'none',
  socialStatus: appeal.socialStatus ?? 'none',
  heading: findCategory(city, appeal.category)?.subjectHeading ?? 'none',
  result: resultOf(appeal),
});

export const TIMELINESS = ['in_time', 'late', 'running', 'no_term'] as const;
export type Timeliness = (typeof TIMELINESS)[number];

const SETTLING: readonly EventType[] = [
  'appeal.answered',
  'appeal.forwarded',
  'appeal.not_considered',
  'appeal.withdrawn',
];

/** When the office had its word, from a moment on; a return counts until the appeal is completed. */
function settledAt({ events, status }: Appeal, since: Instant): Instant | undefined {
  const counts = status === 'returned' ? [...SETTLING, 'appeal.returned'] : SETTLING;
  return events.find(({ type, at }) => counts.includes(type) && at >= since)?.at;
}

/**
 * Whether the legal term was kept (art. 20) and, after a «not solved», the new one as well. `no_term` has a message;
 * `running` is what may still be answered in time.
 */
export function timelinessOf(appeal: Appeal, now: Instant): Timeliness {
  const { registeredAt, legalDueAt, dueAt } = appeal;
  if (!legalDueAt) return 'no_term';
  const firstAt = settledAt(appeal, registeredAt);
  const { openedAt } = presentTerm(appeal);
  const isOpenedAnew = firstAt !== undefined && openedAt > firstAt;
  const terms = [
    { endsAt: legalDueAt, metAt: firstAt },
    ...(isOpenedAnew ? [{ endsAt: dueAt, metAt: settledAt(appeal, openedAt) }] : []),
  ];
  if (terms.some(({ endsAt, metAt }) => (metAt ?? now) > endsAt)) return 'late';
  return terms.every(({ metAt }) => metAt) ? 'in_time' : 'running';
}
