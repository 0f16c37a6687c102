import { attachmentsOf, textOf, type Appeal, type AppealEvent, type Attachment } from '../domain/appeal';
import { findDepartment, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { isLate } from '../domain/delay';
import { isExtendable } from '../domain/extension';
import { noCopyIn } from '../domain/files';
import { withoutHidden } from '../domain/hidden-files';
import { maskContacts } from '../domain/masking';
import { canMove, isOpen } from '../domain/moves';
import { may, type Actor } from '../domain/permissions';
import { isAnswerable, isNobodys, isTakeable } from '../domain/staff-decisions';
import { placeLine } from './appeal-preview';
import { categoryName } from './citizen-screens';
import { standing } from './decided-line';
import { particularsOf } from './particular-lines';
import type { Texts } from './texts';

interface Reader {
  readonly t: Texts;
  readonly city: City;
  readonly actor: Actor;
  readonly now: Date;
}

/** What the office may do over HTTP, as the path names it. */
export const OFFICE_ACTS = ['take', 'answer', 'ask', 'forward', 'delay', 'extension', 'contact'] as const;
export type OfficeAct = (typeof OFFICE_ACTS)[number];

const IS_POSSIBLE: Record<OfficeAct, (appeal: Appeal, reader: Reader) => boolean> = {
  take: (appeal, { actor }) => isTakeable(appeal) && may.take(actor, appeal),
  answer: (appeal, { actor }) => isAnswerable(appeal) && may.answer(actor, appeal),
  ask: (appeal, { actor }) => isOpen(appeal.status) && may.ask(actor, appeal),
  forward: (appeal, { actor }) => canMove(appeal.status, 'forwarded') && may.forward(actor, appeal),
  delay: (appeal, { actor, now }) => isLate(appeal, now) && may.explainDelay(actor, appeal),
  extension: (appeal, { actor, city, now }) =>
    isExtendable(appeal, now, city) && may.askForExtension(actor, appeal),
  contact: (appeal, { actor }) => may.showContact(actor, appeal),
};

const departmentName = (city: City, code: string, t: Texts): string => {
  const found = findDepartment(city, code);
  return found ? nameIn(found.names, t.language) : code;
};

const statusText = (t: Texts, appeal: Appeal): string =>
  t.plain(`staff-status-${isNobodys(appeal) ? 'submitted' : standing(appeal)}`);

/** A line of a list: no name, phone or flat. */
export function workLine({ t, city, actor, now }: Reader, appeal: Appeal) {
  const { number, status, category, department, place, executorId, dueAt, legalDueAt } = appeal;
  return {
    ...{ number, status, statusText: statusText(t, appeal) },
    ...{ category, categoryName: categoryName(city, appeal, t) },
    ...{ department, departmentName: departmentName(city, department, t) },
    ...(place && { place: maskContacts(placeLine(t, city, place)) }),
    ...{ registeredAt: appeal.registeredAt.toISOString(), dueAt: dueAt.toISOString() },
    ...(legalDueAt && { legalDueAt: legalDueAt.toISOString() }),
    ...(executorId && { executor: executorId }),
    ...{ isMine: executorId === actor.id, isLate: isLate(appeal, now), isUrgent: appeal.isUrgent },
    ...{ needsModerator: appeal.needsModerator, reworkCount: appeal.reworkCount },
  };
}

const fileLine = ({ id, kind, mediaType, sizeBytes, copyId }: Attachment) => ({
  ...{ id, kind, isReady: copyId !== undefined && !noCopyIn(copyId) },
  ...(mediaType && { mediaType }),
  ...(sizeBytes && { sizeBytes }),
});

const eventLine = (t: Texts, { type, at, facts }: AppealEvent) => {
  const text = facts.text ?? facts.corrected?.place?.label;
  return {
    ...{ type, at: at.toISOString(), what: t.plain(`event-${type.slice(7)}`) },
    ...(text && { text: maskContacts(text) }),
    ...(facts.place && { place: maskContacts(facts.place.label) }),
    ...(facts.attachments && { files: facts.attachments.map(({ id }) => id) }),
  };
};

/** The whole case as the card of a staff chat and its history tell it: no name, phone or flat, contacts masked. */
export function workCard(reader: Reader, appeal: Appeal) {
  const { t, city } = reader;
  return {
    ...workLine(reader, appeal),
    ...{ kind: appeal.kind, text: maskContacts(textOf(appeal)) },
    particulars: particularsOf(t, city, appeal),
    files: withoutHidden(appeal, attachmentsOf(appeal)).map(fileLine),
    answers: appeal.answers.map(({ ordinal, text, outcome, ground, plannedOn, at, attachments }) => ({
      ...{ ordinal, outcome, text: maskContacts(text), at: at.toISOString() },
      ...(ground && { ground: maskContacts(ground) }),
      ...(plannedOn && { plannedOn }),
      files: attachments.map(({ id }) => id),
    })),
    joiners: appeal.joinerIds?.length ?? 0,
    ...(appeal.incomingNumber && { incomingNumber: appeal.incomingNumber }),
    ...(appeal.rating && { stars: appeal.rating.stars }),
    history: appeal.events.map((event) => eventLine(t, event)),
    acts: OFFICE_ACTS.filter((act) => IS_POSSIBLE[act](appeal, reader)),
  };
}
