import { createHash } from 'node:crypto';
import { trusted } from 'mongoose';
import { attachmentsOf, textOf, type Appeal, type Attached, type Attachment } from '../../domain/appeal';
import { isLookedAfter } from '../../domain/follow-up';
import { after, DAY_MS, type Instant } from '../../domain/instant';
import { placeKeysOf } from '../../domain/nearness';
import { sameWords } from '../../domain/marks';
import { wholeUpdate, type AppealRecord } from './records';
import { searchWords } from './search-words';

type Copies = AppealRecord['copies'];

/** Ids of attachments without a copy of ours that are not among `known` ones. */
export function uncopiedIds(appeal: Attached, known?: Attached): string[] {
  const knownIds = new Set(known ? attachmentsOf(known).map(({ id }) => id) : []);
  const fresh = attachmentsOf(appeal).filter(({ id, copyId }) => !copyId && !knownIds.has(id));
  return fresh.map(({ id }) => id);
}

/** Before any other look. */
export const AT_ONCE = new Date(0);
/** Later than any clock. */
export const NEVER = new Date('9999-12-31');

/** Shorter than the time between two sweeps. */
const SWEPT_MS = 10_000;

/** Of the moment of the last sweep; one in the future is a wrong clock's. */
export const notLately = (now: Instant) => trusted({ $not: { $gt: after(now, -SWEPT_MS), $lte: now } });

/** To be looked at now. No look is planned for later than a day from now: one that is was put there by a wrong clock. */
export const lookDue = (now: Instant) => ({
  $or: [{ lookAt: trusted({ $lte: now }) }, { lookAt: trusted({ $gt: after(now, 2 * DAY_MS) }) }],
});

/** Short for the same words, however they are spaced and punctuated; none for a text too short to compare. */
export function textKeyOf(text: string): string | undefined {
  const words = sameWords(text);
  return words && createHash('sha256').update(words).digest('base64url').slice(0, 16);
}

/** The appeal's fields as they are stored, with what is asked about it. */
export function toFields(appeal: Appeal) {
  const { id: _id, ...fields } = appeal;
  const textKey = textKeyOf(textOf(appeal));
  return {
    ...fields,
    searchWords: searchWords(appeal),
    ...(textKey && { textKey }),
    ...(appeal.place && { placeKeys: placeKeysOf(appeal.place) }),
    ...(isLookedAfter(appeal) && { lookAt: AT_ONCE }),
  };
}

const OPTIONAL = ['place', 'outcome', 'rating', 'executorId', 'legalDueAt', 'remindAt', 'lookAt',
  'leadId', 'joinerIds', 'marks', 'onBehalfOf', 'coAuthors', 'hidesName', 'sifted', 'hiddenFiles', 'formerCitizenIds', 'placeKeys', 'textKey', 'incomingNumber', 'identifiedAt',
  'authorCategory', 'socialStatus', 'isPreferred', 'isAboutOfficials', 'complainedOf']; // prettier-ignore
/** Of earlier tries to copy: what is new does not wait for what was asked for in vain. */
const OF_TRIES = ['copyAt', 'copyTries'];

/** What makes the record the appeal; what is new to it goes on the lists of what is to be done. */
export function updateTo(appeal: Appeal, known: AppealRecord) {
  const knownEvents = new Set(known.events.map((event) => event.id));
  const events = appeal.events.map((event) => event.id).filter((id) => !knownEvents.has(id));
  const uncopied = uncopiedIds(appeal, known);
  return {
    ...wholeUpdate(toFields(appeal), uncopied.length > 0 ? [...OPTIONAL, ...OF_TRIES] : OPTIONAL),
    $push: { unexpanded: { $each: events }, uncopied: { $each: uncopied } },
  };
}

export function toAppeal(record: AppealRecord): Appeal {
  const {
    _id,
    unexpanded: _u,
    uncopied: _n,
    searchWords: _s,
    placeKeys: _p,
    textKey: _t,
    remindAt: _r,
    lookAt: _at,
    sweptAt: _swept,
    copyAt: _c,
    copyTries: _tries,
    copies,
    ...fields
  } = record;
  return withCopies({ id: _id, ...fields }, copies);
}

function withCopies(appeal: Appeal, copies: Copies): Appeal {
  if (copies.length === 0) return appeal;
  const copied = new Map(copies.map(({ id, ...copy }) => [id, copy]));
  const merge = (attachments: readonly Attachment[]): Attachment[] =>
    attachments.map((attachment) => ({ ...attachment, ...copied.get(attachment.id) }));
  return {
    ...appeal,
    attachments: merge(appeal.attachments),
    answers: appeal.answers.map((answer) => ({ ...answer, attachments: merge(answer.attachments) })),
    events: appeal.events.map(({ facts, ...event }) => ({
      ...event,
      facts: facts.attachments ? { ...facts, attachments: merge(facts.attachments) } : facts,
    })),
  };
}
