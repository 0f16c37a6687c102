import type { Appeal } from './appeal';
import type { Instant } from './instant';
import type { Sifting } from './sifting-rules';
import { isNobodys } from './staff-decisions';

/** What is asked of every appeal the office has the next word about, without its words and history. */
export type OpenAppeal = Pick<
  Appeal,
  | 'id' | 'number' | 'status' | 'executorId' | 'category' | 'department' | 'complexity' | 'place'
  | 'needsModerator' | 'isUrgent' | 'isPreferred' | 'marks' | 'sifted' | 'dueAt' | 'registeredAt' | 'reworkCount'
  | 'isAboutOfficials' | 'complainedOf'
>; // prettier-ignore

/** `moderator`: the bot was unsure of the category, the phone is not verified or the executor says «not ours». */
export const QUEUE_SECTIONS = ['untaken', 'moderator', 'flagged', 'late'] as const;
export type QueueSection = (typeof QUEUE_SECTIONS)[number];

/** What the words look like, until a moderator has looked. */
const LABELLED: readonly Sifting[] = ['abuse', 'advert', 'nonsense'];

const BELONGS: Record<QueueSection, (appeal: OpenAppeal, now: Instant) => boolean> = {
  untaken: (appeal) => appeal.status === 'submitted' || appeal.status === 'rework' || isNobodys(appeal),
  moderator: ({ needsModerator }) => needsModerator,
  flagged: ({ marks = [], sifted = [], needsModerator }) =>
    marks.length > 0 || (needsModerator && sifted.some((why) => LABELLED.includes(why))),
  late: ({ dueAt }, now) => dueAt < now,
};

/** Those of a section, in the order of the list. */
export const inSection = (
  open: readonly OpenAppeal[],
  section: QueueSection,
  now: Instant,
): readonly OpenAppeal[] => open.filter((appeal) => BELONGS[section](appeal, now));

export interface SectionFigures {
  readonly section: QueueSection;
  readonly count: number;
  /** When the longest waiting of them was registered. */
  readonly since: Instant;
}

/** How many wait in each section and since when; empty sections are left out. */
export const figuresOf = (open: readonly OpenAppeal[], now: Instant): readonly SectionFigures[] =>
  QUEUE_SECTIONS.flatMap((section) => {
    const waiting = inSection(open, section, now);
    const since = new Date(Math.min(...waiting.map(({ registeredAt }) => registeredAt.getTime())));
    return waiting.length > 0 ? [{ section, count: waiting.length, since }] : [];
  });

type Ordered = Pick<OpenAppeal, 'id' | 'isUrgent' | 'isPreferred' | 'dueAt'>;

/** Dangers to life first, then those with statutory benefits (art. 20), then the oldest due. */
export const byUrgency = (a: Ordered, b: Ordered): number =>
  Number(b.isUrgent) - Number(a.isUrgent) ||
  Number(b.isPreferred ?? false) - Number(a.isPreferred ?? false) ||
  a.dueAt.getTime() - b.dueAt.getTime() ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

/** The one that stands after this one, wherever this one has gone meanwhile; the first without it. */
export const nextAfter = (waiting: readonly OpenAppeal[], before?: Ordered): OpenAppeal | undefined =>
  [...waiting].sort(byUrgency).find((appeal) => !before || byUrgency(before, appeal) < 0);
