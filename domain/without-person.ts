import { isByAuthor } from './account-move';
import type { Answer, Appeal, AppealEvent, Corrected, EventFacts, EventType, Mark, MarkKind } from './appeal';
import type { Citizen } from './citizen';
import { accept, type Command, type Decision } from './decision';
import { DAY_MS, type Instant } from './instant';
import { homeMasks } from './home-forms';
import { literal } from './literal';
import { GAP, HIDDEN, maskContacts } from './masking';
import type { Mask } from './name-forms';
import { nameMask, type TextOf } from './names-in-text';
import type { Place } from './place';

/** About 100 metres. */
const DEGREES_KEPT = 1000;

type Known = Partial<Pick<Citizen, 'name' | 'residence' | 'phone' | 'email'>>;

/** Whom a kept appeal names instead of its author: nobody’s, and another for each appeal. */
export const pseudonymOf = (appealId: string): string => `forgotten-${appealId}`;

/** Its author was forgotten. */
export const isNameless = ({ citizenId, id }: Pick<Appeal, 'citizenId' | 'id'>): boolean =>
  citizenId === pseudonymOf(id);

const inTurn =
  (masks: readonly Mask[]): Mask =>
  (words) =>
    masks.reduce((masked, mask) => mask(masked), words);

const NATIONAL_DIGITS = 9;

/** A phone however it is spaced, with the country’s code or without. */
function phoneMasks(phone: string): Mask[] {
  const digits = phone.replace(/\D/g, '').slice(-NATIONAL_DIGITS);
  if (digits.length < NATIONAL_DIGITS) return [];
  const form = new RegExp(`(?<!\\d)(?:(?:\\+?3?8${GAP})?\\(?0${GAP})?${[...digits].join(GAP)}(?!\\d)`, 'g');
  return [(words) => words.replace(form, HIDDEN)];
}

const emailMask =
  (email: string): Mask =>
  (words) =>
    words.replace(new RegExp(literal(email), 'giu'), HIDDEN);

const knownMasks = (people: readonly Known[], textOf: TextOf): readonly Mask[] => [
  ...people.flatMap(({ phone }) => (phone ? phoneMasks(phone) : [])),
  ...people.flatMap(({ email }) => (email ? [emailMask(email)] : [])),
  ...people.flatMap(({ residence }) => (residence ? homeMasks(residence) : [])),
  ...people.flatMap(({ name }) => (name ? [nameMask(name, textOf)] : [])),
];

/** Hides the homes, phones, e-mails and what is surely the name of these people, in words that are kept for others. */
export const maskKnown = (people: readonly Known[]): Mask => inTurn(knownMasks(people, 'others'));

/** Hides them in words about their own appeal: names that stand alone too, and all contacts, whosever they are. */
export const maskPeople = (people: readonly Known[]): Mask =>
  inTurn([maskContacts, ...knownMasks(people, 'own')]);

/** The place is what the appeal is about and stays; a flat goes, and a point on the map is made coarse. */
function placeWithout(place: Place, mask: Mask): Place {
  const coarse = (degrees: number) => Math.round(degrees * DEGREES_KEPT) / DEGREES_KEPT;
  const { latitude, longitude } = place;
  return {
    ...place,
    label: place.kind === 'as_written' ? mask(place.label) : maskContacts(place.label),
    ...(latitude !== undefined && { latitude: coarse(latitude) }),
    ...(longitude !== undefined && { longitude: coarse(longitude) }),
  };
}

const particularsWithout = (particulars: Readonly<Record<string, string>>, mask: Mask) =>
  Object.fromEntries(Object.entries(particulars).map(([question, said]) => [question, mask(said)]));

const correctedWithout = ({ place, particulars }: Corrected, mask: Mask): Corrected => ({
  ...(place && { place: placeWithout(place, mask) }),
  ...(particulars && { particulars: particularsWithout(particulars, mask) }),
});

/** Of these events `before` is words; of others a code or an id. */
const WORDED: readonly EventType[] = ['appeal.amended', 'appeal.answer_corrected'];

function factsWithout({ type, facts }: AppealEvent, mask: Mask): EventFacts {
  const { fileIds: _files, ...rest } = facts;
  const { text, before, corrected, was, place } = facts;
  return {
    ...rest,
    ...(place && { place: placeWithout(place, mask) }),
    ...(text && { text: mask(text) }),
    ...(before && WORDED.includes(type) && { before: mask(before) }),
    ...(corrected && { corrected: correctedWithout(corrected, mask) }),
    ...(was && { was: correctedWithout(was, mask) }),
  };
}

function eventWithout(event: AppealEvent, { id, ...author }: Appeal, mask: Mask): AppealEvent {
  const facts = factsWithout(event, mask);
  if (!isByAuthor(author, event.by)) return { ...event, facts };
  const { attachments: _theirs, ...rest } = facts;
  return { ...event, by: pseudonymOf(id), facts: rest };
}

/** An account moves with all its appeals at once: that is about the person. */
const isOfAppeal = ({ type }: AppealEvent): boolean => type !== 'appeal.author_moved';

/** An answer of the office that names nobody. */
export const answerWithout = ({ ground, ...answer }: Answer, mask: Mask): Answer => ({
  ...answer,
  text: mask(answer.text),
  ...(ground && { ground: mask(ground) }),
});

/** These are known by other appeals of the same person. */
const OF_SAME_PERSON: readonly MarkKind[] = ['repeat', 'duplicate'];

const markWithout = (mark: Mark): Mark => (OF_SAME_PERSON.includes(mark.kind) ? { ...mark, of: [] } : mark);

/** The day alone: appeals of one person are forgotten within the same second. */
function dayAfter({ events }: Appeal, now: Instant): Instant {
  const day = new Date(now.getTime() - (now.getTime() % DAY_MS));
  const last = events.at(-1)?.at ?? day;
  return last > day ? last : day;
}

/** Everybody the appeal was filed by, for or with. */
export const peopleOf = ({ onBehalfOf, coAuthors = [] }: Appeal, author: Known): readonly Known[] => [
  author,
  ...(onBehalfOf ? [onBehalfOf] : []),
  ...coAuthors.map((name) => ({ name })),
];

/** The files its author sent with it. */
export const filesOfAuthor = ({ attachments, events, ...author }: Appeal): readonly string[] => {
  const added = events
    .filter(({ by }) => isByAuthor(author, by))
    .flatMap(({ facts }) => facts.attachments ?? []);
  return [...new Set([...attachments, ...added].map(({ id }) => id))];
};

/**
 * The appeal as it is kept when its author is forgotten (law 2297-VI: kept records are pseudonymised): what happened,
 * when and how it ended, without anybody’s name, contact, home or files (docs/decisions/012).
 */
export function withoutPerson(
  appeal: Appeal,
  { author, ...command }: Command & { author: Known },
  now: Instant,
): Decision {
  const mask = maskPeople(peopleOf(appeal, author));
  const { hiddenFiles: _theirs, formerCitizenIds: _accounts, ...rest } = appeal;
  const { place, answers, marks, rating, onBehalfOf, coAuthors } = appeal;
  const nameless: Appeal = {
    ...rest,
    citizenId: pseudonymOf(appeal.id),
    pieces: appeal.pieces.map(({ text }, index) => ({ messageId: String(index + 1), text: mask(text) })),
    attachments: [],
    particulars: particularsWithout(appeal.particulars, mask),
    ...(place && { place: placeWithout(place, mask) }),
    answers: answers.map((answer) => answerWithout(answer, mask)),
    ...(marks && { marks: marks.map(markWithout) }),
    ...(rating && { rating: { ...rating, ...(rating.comment && { comment: mask(rating.comment) }) } }),
    ...(onBehalfOf && { onBehalfOf: { name: HIDDEN, residence: HIDDEN } }),
    ...(coAuthors && { coAuthors: coAuthors.map(() => HIDDEN) }),
    events: appeal.events.filter(isOfAppeal).map((event) => eventWithout(event, appeal, mask)),
  };
  const by = pseudonymOf(appeal.id);
  const at = dayAfter(nameless, now);
  return accept(nameless, { id: command.id, by }, { type: 'appeal.pseudonymised', at });
}
