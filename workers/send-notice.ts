import { lastAnswer, type Appeal, type AppealEvent } from '../domain/appeal';
import type { Notice, NoticeKind } from '../domain/notice';
import type { Address, EditResult, Screen } from '../messengers/messenger';
import { answeredNotice, detailsAskedNotice, draftNudge, rateReminder, reworkAlert, takenNotice } from '../screens/notice-screens'; // prettier-ignore
import { staffNote } from '../screens/staff-screens';
import type { Texts } from '../screens/texts';
import { keepCard, underCard } from './keep-card';
import type { WorkerDeps } from './worker-deps';

export type Delivered = EditResult | { readonly result: 'gone' } | 'not_needed';

interface Subject {
  readonly deps: WorkerDeps;
  readonly t: Texts;
  readonly appeal: Appeal;
  readonly event: AppealEvent;
}

type Compose = (subject: Subject) => Screen | undefined;

const isAboutLastAnswer = ({ appeal, event }: Subject) => event.facts.ordinal === lastAnswer(appeal)?.ordinal;

/** What each notice says now, or nothing when it stopped being true. */
const COMPOSE: Partial<Record<NoticeKind, Compose>> = {
  taken: ({ t, deps, appeal }) =>
    appeal.status === 'in_progress' ? takenNotice(t, deps.city, appeal) : undefined,
  details_asked: ({ t, deps, appeal, event }) =>
    appeal.status === 'needs_details' ? detailsAskedNotice(t, deps.city, appeal, event) : undefined,
  answered: (subject) => {
    const { t, deps, appeal, event } = subject;
    return isAboutLastAnswer(subject) ? answeredNotice(t, deps.city, appeal, event) : undefined;
  },
  rate_reminder: (subject) =>
    subject.appeal.status === 'answered' && isAboutLastAnswer(subject)
      ? rateReminder(subject.t, subject.deps.city, subject.appeal)
      : undefined,
  rework_alert: ({ t, deps, appeal, event }) => reworkAlert(t, deps.city, appeal, event),
};

async function subjectOf(deps: WorkerDeps, notice: Notice): Promise<Subject | undefined> {
  const appeal = notice.appealId ? await deps.appeals.find(notice.appealId) : undefined;
  const event = appeal?.events.find(({ id }) => id === notice.eventId);
  if (!appeal || !event) return undefined;
  const isForCitizen = notice.chatId === (await deps.citizens.find(appeal.citizenId))?.chatId;
  const t = deps.textsFor(isForCitizen ? appeal.language : (deps.city.languages[0] ?? 'uk'));
  return { deps, t, appeal, event };
}

const addressOf = ({ messenger, chatId, threadId }: Notice): Address => ({
  messenger,
  chatId,
  ...(threadId && { threadId }),
});

async function sendToCitizen(deps: WorkerDeps, notice: Notice, screen: Screen): Promise<EditResult> {
  const sent = await deps.messenger.send(addressOf(notice), screen, 'notice');
  if (sent.result === 'unreachable') await markUnreachable(deps, notice);
  return sent;
}

async function markUnreachable(deps: WorkerDeps, { messenger, chatId }: Notice): Promise<void> {
  const citizen = await deps.citizens.find(`${messenger}-${chatId}`);
  if (citizen?.isReachable)
    await deps.citizens.save({ ...citizen, isReachable: false, rev: citizen.rev + 1 });
}

async function sendDraftNudge(deps: WorkerDeps, notice: Notice): Promise<Delivered> {
  const draft = notice.draftId ? await deps.drafts.find(notice.draftId) : undefined;
  if (!draft || (draft.state !== 'open' && draft.state !== 'saved')) return 'not_needed';
  const citizen = await deps.citizens.find(draft.ownerId);
  return sendToCitizen(deps, notice, draftNudge(deps.textsFor(citizen?.language ?? 'uk'), draft));
}

/** Sends one notice as things stand now; `not_needed` when it stopped being true. */
export async function sendNotice(deps: WorkerDeps, notice: Notice): Promise<Delivered> {
  if (notice.kind === 'screen')
    return deps.messenger.send(addressOf(notice), notice.screen as Screen, 'reply');
  if (notice.kind === 'draft_nudge') return sendDraftNudge(deps, notice);
  const subject = await subjectOf(deps, notice);
  if (!subject) return 'not_needed';
  if (notice.kind === 'card') return keepCard(deps, notice, subject.appeal);
  if (notice.kind === 'staff_note') {
    const note = staffNote(subject.t, subject.appeal, subject.event);
    return note ? underCard(deps, notice, subject.appeal, note) : 'not_needed';
  }
  const screen = COMPOSE[notice.kind]?.(subject);
  return screen ? sendToCitizen(deps, notice, screen) : 'not_needed';
}
