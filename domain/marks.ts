import { textOf, type Appeal, type AppealLink, type Mark, type MarkKind } from './appeal';
import { withCircle } from './about-officials';
import type { City } from './city';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { metresBetween } from './nearness';
import { wordsOf } from './words';

const SHORTEST_WORDS = 4;
const MOST_LINKS = 10;
const SAME_PLACE_M = 60;

/** A text without what does not change its meaning; nothing when it is too short to be recognised by. */
export function sameWords(text: string): string | undefined {
  const words = wordsOf(text).map(({ form }) => form);
  return words.length < SHORTEST_WORDS ? undefined : words.join(' ');
}

export const linkTo = ({ id, number }: Appeal): AppealLink => ({ id, number });

function isSameQuestion(fresh: Appeal, earlier: Appeal): boolean {
  if (earlier.category !== fresh.category) return false;
  if (!fresh.place || !earlier.place) return !fresh.place && !earlier.place;
  return (metresBetween(fresh.place, earlier.place) ?? Infinity) <= SAME_PLACE_M;
}

/**
 * What a new appeal is, seen beside earlier ones (resolutions 348 and 858): `own` are this person's, `sameText`
 * anybody's with the same words, `near` what is open nearby; the same words of `massPeople` people are a campaign. It
 * labels and links; it never drops.
 */
export function marksFor(
  fresh: Appeal,
  earlier: {
    readonly own: readonly Appeal[];
    readonly sameText: readonly Appeal[];
    readonly near: readonly Appeal[];
  },
  { massPeople }: Pick<City, 'massPeople'>,
): readonly Mark[] {
  // What stands in a group never points to a complaint about officials (art. 7).
  const mayPoint = (to: Appeal) => !to.isAboutOfficials || Boolean(fresh.isAboutOfficials);
  const others = (appeals: readonly Appeal[]) => appeals.filter((to) => to.id !== fresh.id && mayPoint(to));
  const words = sameWords(textOf(fresh));
  const people = new Set([fresh.citizenId, ...earlier.sameText.map(({ citizenId }) => citizenId)]);
  const found: Record<MarkKind, readonly Appeal[]> = {
    repeat: others(earlier.own).filter((one) => one.answers.length > 0 && isSameQuestion(fresh, one)),
    duplicate: others(earlier.own).filter((one) => words !== undefined && sameWords(textOf(one)) === words),
    mass: people.size >= massPeople ? others(earlier.sameText) : [],
    near: others(earlier.near),
    officials: [],
  };
  return Object.entries(found).flatMap(([kind, of]) => {
    const links = of.slice(0, MOST_LINKS).map(linkTo);
    return links.length > 0 ? [{ kind: kind as MarkKind, of: links }] : [];
  });
}

/** The marks with those of one kind replaced; without links they are taken away. */
export const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] => [
  ...marks.filter(({ kind }) => kind !== mark.kind),
  mark,
];

/**
 * A moderator sets a mark, with the earlier appeals it points to, or clears it; whose eyes the appeal is for follows.
 * Refuses with `nothing_changed` when it stands so already.
 */
export function label(
  appeal: Appeal,
  command: Command & { mark: MarkKind; isSet: boolean; of: readonly AppealLink[] },
  now: Instant,
  city: Pick<City, 'categories'>,
): Decision {
  const { mark: kind, isSet, of } = command;
  const { marks = [], ...rest } = appeal;
  const others = marks.filter((mark) => mark.kind !== kind);
  const before = marks.find((mark) => mark.kind === kind);
  if (isSet ? before && of.length === 0 : !before) return refuse('nothing_changed');
  const after = isSet ? [...others, { kind, of }] : others;
  const facts = { text: isSet ? `+ ${kind}` : `− ${kind}` };
  const labelled: Appeal = { ...rest, ...(after.length > 0 && { marks: after }) };
  return accept(withCircle(labelled, city), command, { type: 'appeal.labelled', at: now, facts });
}
