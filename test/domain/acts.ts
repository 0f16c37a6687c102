import { nameOfficial } from '../../domain/about-officials';
import { correctAnswer, note } from '../../domain/answer-corrections';
import { lastAnswer, type Appeal } from '../../domain/appeal';
import { localDay } from '../../domain/calendar';
import { addDetail, amend, complete, confirm, rate, returnForRework, tellOfHelp, withdraw } from '../../domain/citizen-decisions'; // prettier-ignore
import { closeByHand } from '../../domain/controller-decisions';
import { correct, identify, rewrite } from '../../domain/corrections';
import type { Decision } from '../../domain/decision';
import { after, DAY_MS } from '../../domain/instant';
import { explainDelay } from '../../domain/delay';
import { askForExtension, declineExtension, extensionAsked } from '../../domain/extension';
import { reroute } from '../../domain/hand-over';
import { hideFiles, picturesOf, showFiles } from '../../domain/hidden-files';
import { forwardingOf } from '../../domain/follow-up';
import { merge, separate } from '../../domain/joining';
import { label } from '../../domain/marks';
import { object } from '../../domain/sifting';
import {
  approveExtension,
  extend,
  forward,
  leaveUnconsidered,
  returnIncomplete,
} from '../../domain/moderator-decisions';
import { recategorise } from '../../domain/recategorise';
import {
  answer,
  askForDetails,
  assign,
  decline,
  give,
  recordIncoming,
  take,
} from '../../domain/staff-decisions';
import { MAX_FILES, MAX_TEXT } from '../../domain/saying';
import { anAppeal, aPhoto } from '../support/builders';
import { city } from '../support/sample-city';

export type Act = (appeal: Appeal, id: string, now: Date) => Decision;

export const PEOPLE = { citizen: 'telegram-1', official: 'telegram-7', moderator: 'telegram-50' } as const;

const citizen = (id: string) => ({ id, by: PEOPLE.citizen });
const official = (id: string) => ({ id, by: PEOPLE.official });
const moderator = (id: string) => ({ id, by: PEOPLE.moderator });

/** Some day of the two months that follow, or of the week before. */
const aDay = (now: Date, id: string) =>
  localDay(now, city.timeZone).add({ days: ((id.length * 7 + Number(id.at(-1)) * 11) % 67) - 7 });
const today = (now: Date) => now.toISOString().slice(0, 10);
const signatory = { name: 'Петренко Олександр Ілліч', post: 'заступник начальника' };
const given = { text: 'Замінено.', outcome: 'done', signatory, attachments: [] } as const;
const said = (id: string) => `слова ${id}`;
/** About the last answer, or about the one before it: a press from an old message. */
const about = (appeal: Appeal, age: number) => ({ ordinal: appeal.answers.length - age });
const help = (appeal: Appeal, now: Date) => ({ forwarding: forwardingOf(appeal), dueAt: soon(now) });
const request = (appeal: Appeal) => ({ requestId: extensionAsked(appeal)?.id ?? 'an old one' });
const someCategory = (id: string) => city.categories[Number(id.at(-1)) % 3]?.code ?? '';
const LEAD = anAppeal({ id: 'lead-1' });
const PRIVATE_LEAD = anAppeal({ id: 'lead-3', category: 'social-payments' });
const OVER = anAppeal({ id: 'lead-2', status: 'closed' });
const pictures = (appeal: Appeal) => ({
  ...{ files: picturesOf(appeal).map(({ id }) => id), reason: 'Обличчя' },
});
const soon = (now: Date) => after(now, 5 * DAY_MS);
const rework = (id: string, now: Date) => ({ reason: said(id), attachments: [], dueAt: soon(now), windowDays: 30 }); // prettier-ignore
const piece = (id: string, text = said(id)) => ({ piece: { messageId: '1', text } });
const added = (id: string, now: Date) => ({
  ...{ pieces: [{ messageId: id, text: said(id) }], attachments: [], dueAt: soon(now) },
});

/** Everything people do to an appeal, rightly and wrongly. A new act is a new line. */
export const ACTS = {
  take: (appeal, id, now) => take(appeal, official(id), now),
  assign: (appeal, id, now) => assign(appeal, { ...moderator(id), executorId: 'telegram-9' }, now),
  assignToAuthor: (appeal, id, now) => assign(appeal, { ...moderator(id), executorId: appeal.citizenId }, now),
  give: (appeal, id, now) => give(appeal, { ...official(id), executorId: `telegram-${id.length % 2 ? 9 : 11}` }, now),
  giveToNamed: (appeal, id, now) => give(appeal, { ...official(id), executorId: 'telegram-11' }, now),
  decline: (appeal, id, now) => decline(appeal, { ...official(id), reason: said(id), suggests: 'roads' }, now),
  reroute: (appeal, id, now) => reroute(appeal, { ...moderator(id), department: id.length % 2 ? 'roads' : 'light' }, now),
  ask: (appeal, id, now) => askForDetails(appeal, { ...official(id), question: 'Де саме?' }, now),
  askNothing: (appeal, id, now) => askForDetails(appeal, { ...official(id), question: ' ' }, now),
  answer: (appeal, id, now) => answer(appeal, { ...official(id), given, today: today(now) }, now),
  answerNothing: (appeal, id, now) => answer(appeal, { ...official(id), given: { ...given, text: '' }, today: today(now) }, now),
  answerEndlessly: (appeal, id, now) => answer(appeal, { ...official(id), given: { ...given, text: 'так'.repeat(MAX_TEXT) }, today: today(now) }, now),
  answerHeavily: (appeal, id, now) => answer(appeal, { ...official(id), given: { ...given, attachments: Array.from({ length: MAX_FILES + 1 }, (_, index) => aPhoto(`p${index}`)) }, today: today(now) }, now),
  correct: (appeal, id, now) => correctAnswer(appeal, { ...official(id), ...about(appeal, 0), text: said(id), attachments: [] }, now),
  correctNothing: (appeal, id, now) => correctAnswer(appeal, { ...official(id), ...about(appeal, 0), text: lastAnswer(appeal)?.text ?? 'Так', attachments: [] }, now),
  note: (appeal, id, now) => note(appeal, { ...official(id), text: said(id) }, now),
  noteNothing: (appeal, id, now) => note(appeal, { ...official(id), text: ' ' }, now),
  refuseUngrounded: (appeal, id, now) => answer(appeal, { ...official(id), given: { ...given, outcome: 'refused' }, today: today(now) }, now),
  planUndated: (appeal, id, now) => answer(appeal, { ...official(id), given: { ...given, outcome: 'planned' }, today: today(now) }, now),
  planPast: (appeal, id, now) => answer(appeal, { ...official(id), given: { ...given, outcome: 'planned', plannedOn: '2026-01-01' }, today: today(now) }, now),
  plan: (appeal, id, now) => answer(appeal, { ...official(id), given: { ...given, outcome: 'planned', plannedOn: aDay(soon(now), '9').toString() }, today: today(now) }, now),
  confirm: (appeal, id, now) => confirm(appeal, { ...citizen(id), ...about(appeal, 0) }, now),
  confirmOld: (appeal, id, now) => confirm(appeal, { ...citizen(id), ...about(appeal, 1) }, now),
  rework: (appeal, id, now) => returnForRework(appeal, { ...citizen(id), ...about(appeal, 0), ...rework(id, now) }, now),
  reworkOld: (appeal, id, now) => returnForRework(appeal, { ...citizen(id), ...about(appeal, 1), ...rework(id, now) }, now),
  rate: (appeal, id, now) => rate(appeal, { ...citizen(id), rating: { stars: 5, reasons: [] } }, now),
  rateTen: (appeal, id, now) => rate(appeal, { ...citizen(id), rating: { stars: 10 as 5, reasons: [] } }, now),
  withdraw: (appeal, id, now) => withdraw(appeal, citizen(id), now),
  detail: (appeal, id, now) => addDetail(appeal, { ...citizen(id), text: said(id), attachments: [aPhoto(id)] }, now),
  detailNothing: (appeal, id, now) => addDetail(appeal, { ...citizen(id), text: ' ', attachments: [] }, now),
  amend: (appeal, id, now) => amend(appeal, { ...citizen(id), ...piece(id) }, now),
  rewrite: (appeal, id, now) => rewrite(appeal, { ...citizen(id), pieces: [{ messageId: '8', text: said(id) }] }, now),
  rewriteNothing: (appeal, id, now) => rewrite(appeal, { ...citizen(id), pieces: [] }, now),
  correctPlace: (appeal, id, now) => correct(appeal, { ...citizen(id), corrected: { place: { kind: 'as_written', label: said(id) } } }, now),
  identify: (appeal, id, now) => identify(appeal, { ...citizen(id), kind: 'complaint' }, now, city),
  recordIncoming: (appeal, id, now) => recordIncoming(appeal, { ...official(id), incomingNumber: `В-${id.length}` }, now),
  recordIncomingNothing: (appeal, id, now) => recordIncoming(appeal, { ...official(id), incomingNumber: 'без цифри' }, now),
  extend: (appeal, id, now) => extend(appeal, { ...moderator(id), day: aDay(now, id), reason: 'Деталь' }, now, city),
  extendUnexplained: (appeal, id, now) => extend(appeal, { ...moderator(id), day: aDay(now, id), reason: '' }, now, city),
  askForExtension: (appeal, id, now) => askForExtension(appeal, { ...official(id), day: aDay(now, id), reason: 'Деталь' }, now, city),
  approveExtension: (appeal, id, now) => approveExtension(appeal, { ...moderator(id), ...request(appeal) }, now, city),
  declineExtension: (appeal, id, now) => declineExtension(appeal, { ...moderator(id), ...request(appeal) }, now),
  explainDelay: (appeal, id, now) => explainDelay(appeal, { ...official(id), reason: 'Чекаємо на деталь' }, now),
  forward: (appeal, id, now) => forward(appeal, { ...moderator(id), text: 'Служба доріг' }, now),
  helpYes: (appeal, id, now) => tellOfHelp(appeal, { ...citizen(id), help: 'yes', ...help(appeal, now) }, now),
  helpNo: (appeal, id, now) => tellOfHelp(appeal, { ...citizen(id), help: 'no', ...help(appeal, now) }, now),
  helpNotYet: (appeal, id, now) => tellOfHelp(appeal, { ...citizen(id), help: 'not_yet', ...help(appeal, now) }, now),
  returnIncomplete: (appeal, id, now) => returnIncomplete(appeal, { ...moderator(id), text: 'Адреси' }, now),
  leaveUnconsidered: (appeal, id, now) => leaveUnconsidered(appeal, { ...moderator(id), ground: 'Повторне' }, now),
  leaveUngrounded: (appeal, id, now) => leaveUnconsidered(appeal, { ...moderator(id), ground: '' }, now),
  merge: (appeal, id, now) => merge(appeal, { ...moderator(id), lead: LEAD, reason: 'Те саме' }, now, city),
  mergeOver: (appeal, id, now) => merge(appeal, { ...moderator(id), lead: OVER, reason: 'Те саме' }, now, city),
  mergePrivate: (appeal, id, now) => merge(appeal, { ...moderator(id), lead: PRIVATE_LEAD, reason: 'Те саме' }, now, city),
  separate: (appeal, id, now) => separate(appeal, { ...moderator(id), from: LEAD }, now),
  recategorise: (appeal, id, now) => recategorise(appeal, { ...moderator(id), category: someCategory(id) }, now, city),
  recategoriseNowhere: (appeal, id, now) => recategorise(appeal, { ...moderator(id), category: 'no-such' }, now, city),
  hideFiles: (appeal, id, now) => hideFiles(appeal, { ...moderator(id), ...pictures(appeal) }, now),
  showFiles: (appeal, id, now) => showFiles(appeal, { ...moderator(id), ...pictures(appeal) }, now),
  hideNothing: (appeal, id, now) => hideFiles(appeal, { ...moderator(id), files: ['no such'], reason: said(id) }, now),
  label: (appeal, id, now) => label(appeal, { ...moderator(id), mark: 'mass', isSet: true, of: [] }, now, city),
  unlabel: (appeal, id, now) => label(appeal, { ...moderator(id), mark: 'mass', isSet: false, of: [] }, now, city),
  labelOfficials: (appeal, id, now) => label(appeal, { ...moderator(id), mark: 'officials', isSet: true, of: [] }, now, city),
  unlabelOfficials: (appeal, id, now) => label(appeal, { ...moderator(id), mark: 'officials', isSet: false, of: [] }, now, city),
  nameOfficial: (appeal, id, now) => nameOfficial(appeal, { ...moderator(id), officialId: 'telegram-11', isNamed: true }, now),
  nameNoOfficial: (appeal, id, now) => nameOfficial(appeal, { ...moderator(id), isNamed: false }, now),
  object: (appeal, id, now) => object(appeal, { ...citizen(id), text: said(id) }, now),
  objectNothing: (appeal, id, now) => object(appeal, { ...citizen(id), text: ' ' }, now),
  complete: (appeal, id, now) => complete(appeal, { ...citizen(id), ...added(id, now) }, now),
  closeByHand: (appeal, id, now) => closeByHand(appeal, { ...moderator(id), ground: 'Оглянули', isReminded: true }, now, city),
  closeUngrounded: (appeal, id, now) => closeByHand(appeal, { ...moderator(id), ground: '', isReminded: true }, now, city),
  closeUnreminded: (appeal, id, now) => closeByHand(appeal, { ...moderator(id), ground: 'Оглянули', isReminded: false }, now, city),
} as const satisfies Readonly<Record<string, Act>>; // prettier-ignore

export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as ActName[];

/** Tried with success only from what is newer than what they are about. */
export const NEVER_DONE: readonly ActName[] = ['assignToAuthor', 'confirmOld', 'reworkOld', 'mergeOver', 'mergePrivate', ...ACT_NAMES.filter((name) => /Nothing$|Ung|Undated|Past$|Ten$|Nowhere$|Endlessly$|Heavily$|Un(explained|reminded)$/.test(name))]; // prettier-ignore

/** Whatever the status, these may be said. */
export const NEVER_REFUSED: readonly ActName[] = ['note', 'recordIncoming', 'object'];
