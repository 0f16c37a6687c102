import { lastAnswer, textOf, type Answer, type Appeal, type AppealEvent, type Attachment, type EventType } from '../domain/appeal'; // prettier-ignore
import type { Outcome } from '../domain/outcome';
import type { City } from '../domain/city';
import { picturesOf } from '../domain/hidden-files';
import { isShareable, joinersWhoRead } from '../domain/joining';
import { excerpt, maskContacts } from '../domain/masking';
import { isOpen } from '../domain/moves';
import { signatoryFor } from '../domain/signatory';
import { isNobodys } from '../domain/staff-decisions';
import type { Markup, Screen } from '../messengers/messenger';
import { pointLine, staffPlaceLines } from './place-lines';
import { answerText, categoryName } from './citizen-screens';
import { decidedLine, standing } from './decided-line';
import { declinedLines } from './declined-screens';
import { delayLine } from './delay-line';
import { leftOutLines, type FilesForStaff } from './files-left-out';
import { cardMarks } from './card-marks';
import { joinedLines, joinedRow } from './joined-lines';
import { askedLine } from './extension-screens';
import { button } from './menu-screens';
import { cardActions, officeActions } from './office-actions';
import { officialsLines } from './officials-screens';
import { particularLines } from './particular-lines';
import { colleagueLabel } from './people-screens';
import { siftedMarks } from './sifting-screens';
import { lines, paragraphs, type Texts } from './texts';
import { signOf } from './topic-screens';

/** Leaves room in one message for what stands around the answer. */
const PREVIEWED = 2800;

function stateLine(t: Texts, appeal: Appeal, now: Date): Markup {
  const state = t.plain(`staff-status-${isNobodys(appeal) ? 'submitted' : standing(appeal)}`);
  if (!isOpen(appeal.status)) return t('staff-state', { state });
  return t(appeal.dueAt < now ? 'staff-state-late' : 'staff-state-due', { state, day: appeal.dueAt });
}

const executorLine = (t: Texts, { status, executorId }: Appeal): Markup | undefined =>
  isOpen(status) && executorId
    ? t('staff-executor', { executor: colleagueLabel({ id: executorId }) })
    : undefined;

function answerLine(t: Texts, appeal: Appeal): Markup | undefined {
  const answer = lastAnswer(appeal);
  if (!answer) return undefined;
  const text = excerpt(maskContacts(answer.text), 500);
  return t('staff-answer', { outcome: t.plain(`outcome-${answer.outcome}`), text });
}

/** The card of a staff chat: all that is needed to act, and no name, phone or flat. */
export function staffCard(t: Texts, city: City, appeal: Appeal, now: Date): Screen {
  return {
    text: paragraphs(
      lines(
        appeal.isUrgent && t('staff-urgent'),
        ...officialsLines(t, appeal),
        appeal.isPreferred && t('staff-preferred'),
        t('staff-title', {
          sign: signOf(appeal),
          number: appeal.number,
          category: categoryName(city, appeal, t),
        }),
        appeal.place && staffPlaceLines(t, city, appeal.place),
        stateLine(t, appeal, now),
        executorLine(t, appeal),
        appeal.needsModerator && (declinedLines(t, city, appeal) ?? t('staff-needs-moderator')),
        ...siftedMarks(t, appeal),
        appeal.kind === 'message' && t('staff-message'),
      ),
      t('quoted', { text: excerpt(maskContacts(textOf(appeal)), 2500) }),
      lines(
        appeal.incomingNumber ? t('card-incoming', { incoming: appeal.incomingNumber }) : undefined,
        ...particularLines(t, city, appeal),
        appeal.attachments.length > 0 && t('preview-files', { count: appeal.attachments.length }),
        appeal.hiddenFiles && t('staff-hidden', { count: appeal.hiddenFiles.length }),
        appeal.reworkCount > 0 && t('staff-rework-count', { count: appeal.reworkCount }),
        joinedLines(t, appeal),
        decidedLine(t, appeal, maskContacts),
        askedLine(t, appeal),
        delayLine(t, appeal, maskContacts),
        answerLine(t, appeal),
        ...cardMarks(t, appeal),
        appeal.rating && t('staff-rating', { stars: appeal.rating.stars }),
      ),
    ),
    choices: [...cardActions(t, city, appeal, now), joinedRow(appeal)].filter((row) => row.length > 0),
  };
}

const BRINGS_ALL: readonly EventType[] = ['appeal.submitted', 'appeal.separated'];

/** What came with an event; the appeal's own files with its beginning, pictures shown again with that. */
export const attachmentsIn = (appeal: Appeal, event: AppealEvent): readonly Attachment[] =>
  event.type === 'appeal.files_shown'
    ? picturesOf(appeal).filter(({ id }) => event.facts.fileIds?.includes(id))
    : BRINGS_ALL.includes(event.type)
      ? appeal.attachments
      : (event.facts.attachments ?? []);

/** Where it is said to be since an event, and where before. */
const movedLines = (t: Texts, { facts: { corrected, was } }: AppealEvent): Markup =>
  lines(
    was?.place && t('staff-note-place-was', { place: maskContacts(was.place.label) }),
    corrected?.place && t('staff-note-place', { place: maskContacts(corrected.place.label) }),
    corrected?.place && pointLine(t, corrected.place),
  );

/** What to write under the card about an event; nothing when the card says it all. */
export function staffNote(
  t: Texts,
  appeal: Appeal,
  event: AppealEvent,
  { files, leftOut, hidden = 0 }: FilesForStaff,
): Screen | undefined {
  if (event.type === 'appeal.confirmed') return undefined;
  const isJoining = event.type === 'appeal.submitted' && event.facts.other !== undefined;
  if (event.type === 'appeal.submitted' && !isJoining && attachmentsIn(appeal, event).length === 0)
    return undefined;
  const key = isJoining ? 'staff-note-joined' : `staff-note-${event.type.slice('appeal.'.length)}`;
  const words = isJoining ? textOf(appeal) : event.facts.text;
  const said = words && t('quoted', { text: excerpt(maskContacts(words), 2500) });
  const isJoinersRework = appeal.leadId && event.type === 'appeal.returned_for_rework';
  const told = t(key, { number: appeal.number, day: appeal.dueAt });
  const missing = lines(...leftOutLines(t, leftOut), hidden > 0 && t('staff-hidden', { count: hidden }));
  const text = paragraphs(told, said || undefined, movedLines(t, event), missing);
  return {
    text,
    ...(isJoinersRework && { choices: [officeActions(t, appeal)] }),
    ...(files.length > 0 && { files }),
  };
}

export interface AnswerDraft {
  readonly text: string;
  readonly files: number;
  readonly outcome: Outcome;
  readonly ground?: string;
  readonly plannedOn?: string;
}

/** The answer exactly as the citizen will read it, before it goes. */
export function answerPreview(t: Texts, city: City, appeal: Appeal, draft: AnswerDraft): Markup {
  const { outcome, ground, plannedOn, files } = draft;
  const signatory = signatoryFor(appeal, city);
  const joiners = isShareable(appeal, city) ? joinersWhoRead(appeal) : 0;
  const answer: Answer = {
    ...{ ordinal: 0, outcome, signatory, attachments: [], at: appeal.registeredAt },
    text: draft.text.length > PREVIEWED ? `${draft.text.slice(0, PREVIEWED)}…` : draft.text,
    ...(outcome === 'refused' && ground && { ground }),
    ...(outcome === 'planned' && plannedOn && { plannedOn }),
  };
  return paragraphs(
    t('answer-preview', { number: appeal.number }),
    answerText(t, city, appeal, answer),
    files > 0 && t('preview-files', { count: files }),
    joiners > 0 && t('answer-preview-joiners', { count: joiners }),
  );
}

/** Under the card: the citizen has not got what was sent. */
export const undeliveredNote = (t: Texts, { number }: Appeal, isBlocked: boolean): Screen => ({
  text: t(isBlocked ? 'staff-undelivered-blocked' : 'staff-undelivered', { number }),
});

export const staffHistory = (t: Texts, appeal: Appeal): Screen => ({
  text: paragraphs(
    t('history', { number: appeal.number }),
    lines(
      ...appeal.events.slice(-30).map(({ type, at, facts }) =>
        t('staff-history-line', {
          at,
          what: t.plain(`event-${type.slice(7)}`),
          text: excerpt(maskContacts(facts.text || (facts.corrected?.place?.label ?? '')), 120),
        }),
      ),
    ),
  ),
  choices: [[button(t, 'choice-pdf', `pdf.${appeal.id}`)]],
});

/** Under the card in a topic opened anew. */
export const topicSummary = (t: Texts, appeal: Appeal): Screen => ({
  text: paragraphs(t('topic-summary'), staffHistory(t, appeal).text),
});

export const foundScreen = (t: Texts, city: City, appeals: readonly Appeal[], words: string): Screen => ({
  text: paragraphs(
    t(appeals.length === 0 ? 'found-nothing' : 'found', { words: maskContacts(words) }),
    lines(
      ...appeals.map((appeal) =>
        t('found-line', {
          number: appeal.number,
          category: categoryName(city, appeal, t),
          status: t.plain(`staff-status-${standing(appeal)}`),
        }),
      ),
    ),
  ),
  choices: appeals.slice(0, 8).map((appeal) => [{ label: appeal.number, token: `sc.${appeal.id}` }]),
});
