import { attachmentsOf, textOf, type Appeal, type Attachment } from './appeal';
import type { Category } from './city';
import { featuresOf, type Features } from './features';
import { after, DAY_MS, type Instant } from './instant';
import { withoutHidden } from './hidden-files';
import { isOpen } from './moves';
import { metresBetween } from './nearness';
import type { Place } from './place';

/** What somebody is about to file. */
export interface Sought {
  readonly category: Pick<Category, 'code' | 'isPublic' | 'duplicateRadiusM'>;
  readonly place: Place;
  readonly text: string;
  readonly attachments: readonly Attachment[];
}

const RECENT_DAYS = 45;
const MOST_SHOWN = 3;
/** So near, other words hardly mean another thing. */
const SAME_SPOT_M = 25;
const ALIKE = 0.12;
/** Bits of 64 in which two shots of one scene may differ. */
const SAME_LOOK_BITS = 6;

/** Confidential ones and those about a person’s own matter are never shown to others. */
export const mayShow = (category: Sought['category']): boolean =>
  category.isPublic && category.duplicateRadiusM > 0;

/** Older ones are another occasion. */
export const recentSince = (now: Instant): Instant => after(now, -RECENT_DAYS * DAY_MS);

/** How alike two texts are, from 0 to 1. */
export function likeness(a: Features, b: Features): number {
  let sum = 0;
  for (const [name, share] of a) sum += share * (b.get(name) ?? 0);
  return sum;
}

/** Bits in which two looks differ. */
function bitsApart(a: string, b: string): number {
  let differing = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; differing > 0n; differing >>= 1n) count += Number(differing & 1n);
  return count;
}

/** Whether any picture of the one is nearly a picture of the other, as far as their looks are known yet. */
export const sharesPicture = (mine: readonly Attachment[], theirs: readonly Attachment[]): boolean =>
  mine.some(({ look }) =>
    theirs.some((other) => look && other.look && bitsApart(look, other.look) <= SAME_LOOK_BITS),
  );

interface Candidate {
  readonly appeal: Appeal;
  readonly metres: number;
  readonly likeness: number;
  readonly hasPicture: boolean;
}

function compared({ place, text, attachments }: Sought, appeals: readonly Appeal[]): Candidate[] {
  const words = featuresOf(text);
  return appeals.flatMap((appeal) => {
    const metres = appeal.place && metresBetween(place, appeal.place);
    if (metres === undefined) return [];
    const hasPicture = sharesPicture(attachments, withoutHidden(appeal, attachmentsOf(appeal)));
    return [{ appeal, metres, hasPicture, likeness: likeness(words, featuresOf(textOf(appeal))) }];
  });
}

const isAlike = ({ metres, likeness, hasPicture }: Candidate): boolean =>
  hasPicture || metres <= SAME_SPOT_M || likeness >= ALIKE;

const byLikeness = (a: Candidate, b: Candidate): number =>
  Number(b.hasPicture) - Number(a.hasPicture) || b.likeness - a.likeness || a.metres - b.metres;

/**
 * Open appeals about the same thing: of the category, within its radius or at the same address, recent, with alike
 * words or a near-identical picture. At most three, the likeliest first; joiners stand behind their leads, and nothing
 * of a confidential category or about officials is ever shown.
 */
export function nearDuplicates(sought: Sought, appeals: readonly Appeal[], now: Instant): readonly Appeal[] {
  const { category } = sought;
  if (!mayShow(category)) return [];
  const open = appeals.filter(
    (appeal) =>
      appeal.category === category.code &&
      isOpen(appeal.status) &&
      !appeal.leadId &&
      !appeal.isAboutOfficials &&
      appeal.registeredAt >= recentSince(now),
  );
  return compared(sought, open)
    .filter((candidate) => candidate.metres <= category.duplicateRadiusM && isAlike(candidate))
    .sort(byLikeness)
    .slice(0, MOST_SHOWN)
    .map(({ appeal }) => appeal);
}
