import { isByAuthor } from './account-move';
import type { Appeal, AppealEvent, Corrected, EventFacts, EventType } from './appeal';
import type { Citizen } from './citizen';
import { accept, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { literal } from './literal';
import { maskContacts } from './masking';
import type { Place } from './place';

export const HIDDEN = '•••';
/** About 100 metres. */
const DEGREES_KEPT = 1000;

type Known = Partial<Pick<Citizen, 'name' | 'residence'>>;
type Mask = (words: string) => string;

/** Whom a kept appeal names instead of its author: nobody’s, and another for each appeal. */
export const pseudonymOf = (appealId: string): string => `forgotten-${appealId}`;

/** Its author was forgotten. */
export const isNameless = ({ citizenId, id }: Pick<Appeal, 'citizenId' | 'id'>): boolean =>
  citizenId === pseudonymOf(id);

const APOSTROPHES = /[’'ʼ`]/g;
const spelled = (text: string): string => literal(text).replace(APOSTROPHES, "[’'ʼ`]?");

/** A word of a name in any of its forms: «Коваль», «Ковалю», «Олени». */
function nameForms(word: string): RegExp {
  const stem = word.slice(0, Math.max(3, word.length - 2));
  return new RegExp(`(?<!\\p{L})${spelled(stem)}\\p{L}{0,4}(?!\\p{L})`, 'giu');
}

const SHORTEST_NAME = 3;
const namesIn = (name: string): string[] =>
  name.split(/[\s.-]+/).filter((word) => word.length >= SHORTEST_NAME);

const FLAT = /[,\s]*(?<!\p{L})(?:кв|квартира|flat|apt)(?!\p{L}).*$/iu;

/** An address with and without its flat, however it is spaced. */
function addressForms(residence: string): RegExp[] {
  const forms = [residence, residence.replace(FLAT, '')];
  return forms.flatMap((form) => {
    const words = form.match(/[\p{L}\d]+/gu) ?? [];
    return words.length < 2 ? [] : [new RegExp(words.map(literal).join('[^\\p{L}\\d]{0,4}'), 'giu')];
  });
}

/** Hides contacts, and the names and homes of these people, wherever somebody wrote them. */
export function maskPeople(people: readonly Known[]): Mask {
  const addresses = people.flatMap(({ residence }) => (residence ? addressForms(residence) : []));
  const names = people.flatMap(({ name }) => (name ? namesIn(name).map(nameForms) : []));
  return (words) =>
    [...addresses, ...names].reduce((masked, form) => masked.replace(form, HIDDEN), maskContacts(words));
}

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
  const { place, answers, rating, onBehalfOf, coAuthors } = appeal;
  const nameless: Appeal = {
    ...rest,
    citizenId: pseudonymOf(appeal.id),
    pieces: appeal.pieces.map(({ text }, index) => ({ messageId: String(index + 1), text: mask(text) })),
    attachments: [],
    particulars: particularsWithout(appeal.particulars, mask),
    ...(place && { place: placeWithout(place, mask) }),
    answers: answers.map((answer) => ({
      ...answer,
      text: mask(answer.text),
      ...(answer.ground && { ground: mask(answer.ground) }),
    })),
    ...(rating && { rating: { ...rating, ...(rating.comment && { comment: mask(rating.comment) }) } }),
    ...(onBehalfOf && { onBehalfOf: { name: HIDDEN, residence: HIDDEN } }),
    ...(coAuthors && { coAuthors: coAuthors.map(() => HIDDEN) }),
    events: appeal.events.map((event) => eventWithout(event, appeal, mask)),
  };
  const by = pseudonymOf(appeal.id);
  return accept(nameless, { id: command.id, by }, { type: 'appeal.pseudonymised', at: now });
}
