import type { Appeal } from '../domain/appeal';
import { mainLanguage } from '../domain/city-languages';
import { stepsDue } from '../domain/escalation';
import { IN_GROUP, type Notice, type NoticeKind } from '../domain/notice';
import { may } from '../domain/permissions';
import type { EditResult, Screen } from '../messengers/messenger';
import { draftNudge } from '../screens/notice-screens';
import { actorInPrivate } from '../use-cases/post-holders';
import { sendInTopic } from '../use-cases/send-in-topic';
import { alarmScreen } from './alarm-screen';
import { moveAlert } from './carry-moves';
import { addressOf } from './card-record';
import { carrierOf } from './carrier-of';
import { composeNotice, type Subject } from './compose-notice';
import { coverPicture } from './cover-picture';
import { keepCard, underCard } from './keep-card';
import { keepOverview } from './keep-overview';
import { keepTopic } from './keep-topic';
import { markUnreachable } from './mark-unreachable';
import { toColleague } from './quietly';
import { repeatable } from './repeatable';
import { sendCorrection } from './send-correction';
import { DIGESTS } from './send-digests';
import { sendMyData } from './send-my-data';
import { sendPaper } from './send-paper';
import { sendStaffNote } from './send-staff-note';
import { takeAway } from './take-away';
import { queueAlert } from './watch-queue';
import { whereNow } from './where-now';
import type { WorkerDeps } from './worker-deps';

export type Delivered = EditResult | { readonly result: 'gone' } | 'not_needed';

const OF_CARDS: readonly NoticeKind[] = ['card', 'topic'];
const UNDER_CARD: readonly NoticeKind[] = [
  'undelivered',
  'topic_summary',
  'escalation_note',
  'extension_asked_note',
  'extension_settled_note',
  'planned_note',
  'given_note',
  'declined_note',
];

async function subjectOf(deps: WorkerDeps, notice: Notice): Promise<Subject | undefined> {
  const appeal = notice.appealId ? await deps.appeals.find(notice.appealId) : undefined;
  const event = appeal?.events.find(({ id }) => id === notice.eventId);
  if (!appeal || !event) return undefined;
  const citizen = await deps.citizens.find(appeal.citizenId);
  const to = await whereNow(deps, notice, appeal);
  const isForCitizen = to.chatId === citizen?.chatId;
  const t = deps.textsFor(isForCitizen ? appeal.language : mainLanguage(deps.city));
  const due = stepsDue(appeal, deps.city, deps.clock());
  const step = due.find(({ id, eventId }) => id === notice.step && eventId === notice.eventId);
  return {
    deps,
    t,
    appeal,
    event,
    isReachable: citizen?.isReachable ?? false,
    reader: await actorInPrivate(deps, `${to.messenger}-${to.chatId}`),
    ...(step && { step }),
  };
}

async function sendPrivately(deps: WorkerDeps, notice: Notice, screen: Screen): Promise<EditResult> {
  const sent = await deps.messenger.send(addressOf(notice), screen, 'notice');
  // A colleague who never started the bot is told in the group; as a citizen they are as reachable as before.
  if (sent.result === 'unreachable' && !IN_GROUP[notice.kind]) await markUnreachable(deps, notice);
  return sent;
}

async function sendDraftNudge(deps: WorkerDeps, notice: Notice): Promise<Delivered> {
  const draft = notice.draftId ? await deps.drafts.find(notice.draftId) : undefined;
  if (!draft || (draft.state !== 'open' && draft.state !== 'saved')) return 'not_needed';
  const citizen = await deps.citizens.find(draft.ownerId);
  if (citizen?.forgetting) return 'not_needed';
  return sendPrivately(deps, notice, draftNudge(deps.textsFor(citizen?.language ?? 'uk'), draft));
}

/** A reply that could not go at once; one that changes a message of ours names it. */
async function showScreen({ messenger }: WorkerDeps, notice: Notice): Promise<EditResult> {
  const [replaced] = notice.sentMessageIds;
  const screen = notice.screen as Screen;
  const edited = replaced && (await messenger.edit(addressOf(notice), replaced, screen, 'reply'));
  if (edited && edited.result !== 'gone' && edited.result !== 'rejected') return repeatable(edited);
  return sendInTopic(messenger, addressOf(notice), screen, 'reply');
}

async function sendTopic(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<Delivered> {
  const kept = await keepTopic(deps, notice, appeal);
  return kept === 'lost' ? keepCard(deps, notice, appeal) : kept;
}

/** A joiner has no card, unless it had one before it was put behind another. */
async function isCardless({ cards }: WorkerDeps, notice: Notice, appeal: Appeal): Promise<boolean> {
  return appeal.leadId !== undefined && !(await cards.find(appeal.id, notice));
}

/** What says nothing of what is in the appeal, and what follows its card to where it is now. */
const FOR_ANYBODY: readonly NoticeKind[] = [...OF_CARDS, ...UNDER_CARD, 'staff_note', 'picture_cover', 'taken_away', 'unattended']; // prettier-ignore

/** Art. 7: whatever was on its way, whom a complaint is about hears nothing of it, nor does a colleague of theirs. */
const mayHear = (kind: NoticeKind, { appeal, reader }: Subject): boolean =>
  !appeal.isAboutOfficials || FOR_ANYBODY.includes(kind) || may.see(reader, appeal);

/** What is about no single appeal. */
const TOLD_TO_STAFF = { ...DIGESTS, queue_alert: queueAlert, move_alert: moveAlert, alarm: alarmScreen };

const sendToStaff = async (deps: WorkerDeps, notice: Notice, screen?: Screen): Promise<Delivered> =>
  screen ? deps.messenger.send(addressOf(notice), screen, 'notice') : 'not_needed';

/** Sends one notice as things stand now; `not_needed` when it stopped being true. */
export async function sendNotice(deps: WorkerDeps, notice: Notice): Promise<Delivered> {
  if (notice.kind === 'screen') return showScreen(deps, notice);
  if (notice.kind === 'overview') return keepOverview(deps, notice);
  if (notice.kind === 'draft_nudge') return sendDraftNudge(deps, notice);
  if (notice.kind === 'paper') return sendPaper(deps, notice);
  if (notice.kind === 'my_data') return sendMyData(deps, notice);
  const tellStaff = TOLD_TO_STAFF[notice.kind];
  if (tellStaff) return sendToStaff(deps, notice, await tellStaff(deps, notice));
  const subject = await subjectOf(deps, notice);
  if (!subject || !mayHear(notice.kind, subject)) return 'not_needed';
  const { appeal } = subject;
  if (OF_CARDS.includes(notice.kind) && (await isCardless(deps, notice, appeal))) return 'not_needed';
  if (notice.kind === 'card') return keepCard(deps, notice, appeal);
  if (notice.kind === 'topic') return sendTopic(deps, notice, appeal);
  if (notice.kind === 'taken_away') return takeAway(deps, notice, appeal);
  if (notice.kind === 'picture_cover') return coverPicture(deps, notice, appeal);
  if (notice.kind === 'staff_note') return sendStaffNote(deps, notice, subject);
  const to = await whereNow(deps, notice, appeal);
  if (notice.kind === 'answer_corrected') return sendCorrection(deps, to, subject);
  const screen = composeNotice(notice.kind, subject);
  if (!screen) return 'not_needed';
  return UNDER_CARD.includes(notice.kind)
    ? underCard(deps, notice, await carrierOf(deps, appeal), screen)
    : sendPrivately(deps, to, IN_GROUP[notice.kind] ? toColleague(screen, subject) : screen);
}
