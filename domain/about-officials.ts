import type { Appeal } from './appeal';
import { findCategory, type City } from './city';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';

/** What says whose eyes an appeal is for. */
export type Circled = Pick<Appeal, 'isAboutOfficials' | 'complainedOf' | 'executorId'>;

export const isComplainedOf = ({ complainedOf = [] }: Pick<Appeal, 'complainedOf'>, id: string): boolean =>
  complainedOf.includes(id);

const shouldBe = ({ category, marks = [] }: Appeal, city: Pick<City, 'categories'>): boolean =>
  findCategory(city, category)?.isAboutOfficials === true || marks.some(({ kind }) => kind === 'officials');

/**
 * The appeal as its category and marks say whose it is (art. 7). One that becomes a complaint about officials leaves
 * whoever had it: a controller gives it anew. One that is none any more forgets whom it was about.
 */
export function withCircle(appeal: Appeal, city: Pick<City, 'categories'>): Appeal {
  const isAbout = shouldBe(appeal, city);
  if (isAbout === Boolean(appeal.isAboutOfficials)) return appeal;
  if (isAbout) {
    const { executorId: _had, ...rest } = appeal;
    return { ...rest, isAboutOfficials: true };
  }
  const { isAboutOfficials: _was, complainedOf: _whom, ...rest } = appeal;
  return rest;
}

/**
 * A controller records whom it complains about (`officialId`, with `isNamed` false: not them after all), or without an
 * id that nobody is named. Whoever is named has it no more. Refuses with `not_about_officials` and `nothing_changed`.
 */
export function nameOfficial(
  appeal: Appeal,
  command: Command & { officialId?: string; isNamed: boolean },
  now: Instant,
): Decision {
  const { officialId, isNamed } = command;
  if (!appeal.isAboutOfficials) return refuse('not_about_officials');
  const { complainedOf: before, executorId, ...rest } = appeal;
  const complainedOf = named(before ?? [], command);
  if (before && complainedOf.length === before.length) return refuse('nothing_changed');
  const keeps = executorId && !complainedOf.includes(executorId) ? { executorId } : {};
  const facts = { text: officialId && isNamed ? '+' : '−', ...(officialId && { officialId }) };
  const recorded: Appeal = { ...rest, ...keeps, complainedOf };
  return accept(recorded, command, { type: 'appeal.official_named', at: now, facts });
}

function named(
  before: readonly string[],
  { officialId, isNamed }: { officialId?: string; isNamed: boolean },
): readonly string[] {
  if (!officialId) return [];
  const others = before.filter((id) => id !== officialId);
  return isNamed ? [...others, officialId] : others;
}
