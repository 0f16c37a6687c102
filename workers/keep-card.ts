import type { Appeal } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { Address, EditResult, Lane, Screen } from '../messengers/messenger';
import { staffCard } from '../screens/staff-screens';
import { topicTitle } from '../screens/topic-screens';
import type { Card } from '../use-cases/ports';
import { homesOf } from '../use-cases/staff-chat-for';
import { addressOf, forgetMessage, forgetTopic, markOf, staffTexts } from './card-record';
import { askForTopic } from './keep-topic';
import { hasLeft, leaveCard } from './move-card';
import { quietly } from './quietly';
import { repeatable } from './repeatable';
import type { WorkerDeps } from './worker-deps';

/** What may cost a life does not wait for the group's last allowance. */
const laneOf = ({ isUrgent }: Appeal): Lane => (isUrgent ? 'reply' : 'notice');

const shown = (deps: WorkerDeps, appeal: Appeal): Screen =>
  staffCard(staffTexts(deps), deps.city, appeal, deps.clock());

/** A topic of its own where the group has topics and lets us make them; the group itself otherwise. */
async function openCard(
  deps: WorkerDeps,
  notice: Notice,
  card: Card,
  appeal: Appeal,
): Promise<Card | EditResult> {
  const { messenger, chatId } = notice;
  const chat = await deps.messenger.describeChat({ messenger, chatId });
  if ('result' in chat) return repeatable(chat);
  const mayBeThere = card.isWithoutTopic || notice.isAnswerLost;
  if (!chat.hasTopics || !chat.mayManageTopics || mayBeThere) return card;
  const title = topicTitle(staffTexts(deps), deps.city, appeal);
  const topic = await deps.messenger.createTopic({ messenger, chatId }, title);
  if (topic.result === 'rejected' || topic.result === 'no_thread') return card;
  if (topic.result !== 'created' && topic.result !== 'ambiguous') return topic;
  const placed =
    topic.result === 'created'
      ? { ...card, threadId: topic.threadId, topicTitle: title }
      : { ...card, isWithoutTopic: true };
  await deps.cards.save(placed);
  return placed;
}

/** In a topic opened anew the card is followed by what happened so far. */
async function askForSummary(
  deps: WorkerDeps,
  notice: Notice,
  { threadId, hasLostTopic }: Card,
): Promise<void> {
  if (!threadId || !hasLostTopic) return;
  const now = deps.clock();
  const { eventId, appealId } = notice;
  const about = { eventId, step: threadId, ...(appealId && { appealId }) };
  await deps.notices.insert([aNotice('topic_summary', notice, about, { now, dueAt: now })]);
}

async function sendCard(deps: WorkerDeps, notice: Notice, card: Card, appeal: Appeal): Promise<EditResult> {
  const screen = shown(deps, appeal);
  const sent = await deps.messenger.send(addressOf(card), quietly(deps, appeal, screen), laneOf(appeal));
  if (sent.result === 'no_thread') await forgetTopic(deps, card);
  const messageId = sent.result === 'sent' ? sent.messageIds.at(-1) : undefined;
  if (!messageId) return sent;
  await askForSummary(deps, notice, card);
  const { hasLostTopic: _told, ...known } = card;
  await deps.cards.save({ ...known, messageId, shownRev: appeal.rev, shownMark: markOf(screen) });
  return sent;
}

async function editCard(
  deps: WorkerDeps,
  notice: Notice,
  card: Card & { messageId: string },
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  const screen = shown(deps, appeal);
  const shownMark = markOf(screen);
  if (shownMark === card.shownMark) return 'not_needed';
  const edited = await deps.messenger.edit(addressOf(card), card.messageId, screen, laneOf(appeal));
  if (edited.result === 'gone') return sendCard(deps, notice, await forgetMessage(deps, card), appeal);
  if (edited.result === 'sent') await deps.cards.save({ ...card, shownRev: appeal.rev, shownMark });
  return repeatable(edited);
}

const unshown = ({ messenger, chatId }: Notice, { id: appealId }: Appeal): Card => ({
  ...{ appealId, messenger, chatId },
  shownRev: 0,
});

async function bringUpToDate(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  const known = (await deps.cards.find(appeal.id, notice)) ?? unshown(notice, appeal);
  const card = known.messageId || known.threadId ? known : await openCard(deps, notice, known, appeal);
  if ('result' in card) return card;
  const { messageId } = card;
  if (!messageId) return sendCard(deps, notice, card, appeal);
  return card.shownRev >= appeal.rev ? 'not_needed' : editCard(deps, notice, { ...card, messageId }, appeal);
}

/**
 * Sends the appeal's card or brings it up to date; a card that vanished is sent anew. Several changes need one edit,
 * and the title of its topic follows when the group has time for it.
 */
export async function keepCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  if (await hasLeft(deps, notice, appeal)) return leaveCard(deps, notice, appeal);
  const kept = await bringUpToDate(deps, notice, appeal);
  if (kept === 'not_needed' || kept.result === 'sent') await askForTopic(deps, notice, appeal);
  return kept;
}

/** How it ended, and in which chat. */
type Placed = EditResult & { readonly at?: Address };

/** A topic speaks of one appeal: an album there needs no words of its own. */
const wordless = (
  card: Card,
  { text, files = [], ...rest }: Screen,
  appeal: Appeal,
  notice: Notice,
): Screen => {
  const isWhole = files.length > 1 && files.length === appeal.attachments.length;
  const isAlbum = isWhole && notice.eventId === appeal.events[0]?.id;
  const words = card.threadId && isAlbum ? ('' as Screen['text']) : text;
  return { ...rest, text: words, ...(files.length > 0 && { files }) };
};

/** What was to be said under a card that left is said under it where it is now: once to each who has it. */
async function followCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
  screen: Screen,
): Promise<Placed | 'not_needed'> {
  const homes = await homesOf(deps, appeal);
  const [home] = homes;
  if (home && !appeal.isAboutOfficials) return underCard(deps, { ...notice, ...home }, appeal, screen);
  const { kind, eventId, appealId = appeal.id, step } = notice;
  const now = deps.clock();
  const about = { eventId, appealId, ...(step && { step }) };
  await deps.notices.insert(homes.map((home) => aNotice(kind, home, about, { now, dueAt: now })));
  for (const home of homes) await deps.jobs.deliverTo(home);
  return 'not_needed';
}

/** The card there is, else the one sent now. One whose answer was lost may stand there: what is said goes without it. */
async function cardFor(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<Card | EditResult> {
  const known = await deps.cards.find(appeal.id, notice);
  if (known?.messageId) return known;
  const kept = await keepCard(deps, notice, appeal);
  const wasAnswerLost = kept !== 'not_needed' && kept.result === 'ambiguous';
  if (kept !== 'not_needed' && kept.result !== 'sent' && !wasAnswerLost) return kept;
  const card = (await deps.cards.find(appeal.id, notice)) ?? unshown(notice, appeal);
  return card.messageId || wasAnswerLost ? card : { result: 'later' };
}

/** Says something under the appeal's card: in its topic, as a reply to it. A card that is not there comes first. */
export async function underCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
  screen: Screen,
): Promise<Placed | 'not_needed'> {
  if (await hasLeft(deps, notice, appeal)) return followCard(deps, notice, appeal, screen);
  const card = await cardFor(deps, notice, appeal);
  if ('result' in card) return card;
  const { messageId: replyToMessageId } = card;
  const words = wordless(card, screen, appeal, notice);
  const note = { ...words, ...(replyToMessageId && { replyToMessageId }) };
  const sent = await deps.messenger.send(addressOf(card), quietly(deps, appeal, note), laneOf(appeal));
  if (sent.result === 'no_thread') await forgetTopic(deps, card);
  return { ...sent, at: addressOf(card) };
}
