import { createHash } from 'node:crypto';
import type { Appeal } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import type { Address, EditResult, Screen } from '../messengers/messenger';
import { staffCard, topicTitle } from '../screens/staff-screens';
import type { Card } from '../use-cases/ports';
import type { WorkerDeps } from './worker-deps';

const staffTexts = ({ textsFor, city }: WorkerDeps) => textsFor(city.languages[0] ?? 'uk');

const addressOf = ({ messenger, chatId, threadId }: Omit<Card, 'appealId' | 'shownRev'>): Address => ({
  messenger,
  chatId,
  ...(threadId && { threadId }),
});

const markOf = (screen: Screen): string =>
  createHash('sha256').update(JSON.stringify(screen)).digest('base64url').slice(0, 16);

/** A topic of its own where the group has topics and lets us make them; the group itself otherwise. */
async function openCard(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<Card | EditResult> {
  const { messenger, chatId } = notice;
  const card: Card = { appealId: appeal.id, messenger, chatId, shownRev: 0 };
  const chat = await deps.messenger.describeChat({ messenger, chatId });
  if ('result' in chat) return chat;
  const wasTopicLost = notice.remark === 'ambiguous';
  if (!chat.hasTopics || !chat.mayManageTopics || wasTopicLost) return card;
  const topic = await deps.messenger.createTopic(
    { messenger, chatId },
    topicTitle(staffTexts(deps), deps.city, appeal),
  );
  if (topic.result === 'rejected' || topic.result === 'no_thread') return card;
  if (topic.result !== 'created') return topic;
  const opened = { ...card, threadId: topic.threadId };
  await deps.cards.save(opened);
  return opened;
}

/** Its topic is gone: the card is made anew with the next try, in a topic of its own again. */
const forgetTopic = ({ cards }: WorkerDeps, { appealId, messenger, chatId }: Card): Promise<void> =>
  cards.save({ appealId, messenger, chatId, shownRev: 0 });

async function sendCard(deps: WorkerDeps, card: Card, appeal: Appeal): Promise<EditResult> {
  const screen = staffCard(staffTexts(deps), deps.city, appeal, deps.clock());
  const sent = await deps.messenger.send(addressOf(card), screen, 'notice');
  if (sent.result === 'no_thread') await forgetTopic(deps, card);
  const messageId = sent.result === 'sent' ? sent.messageIds.at(-1) : undefined;
  if (messageId)
    await deps.cards.save({ ...card, messageId, shownRev: appeal.rev, shownMark: markOf(screen) });
  return sent;
}

async function editCard(
  deps: WorkerDeps,
  card: Card & { messageId: string },
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  const screen = staffCard(staffTexts(deps), deps.city, appeal, deps.clock());
  const shownMark = markOf(screen);
  if (shownMark === card.shownMark) return 'not_needed';
  const edited = await deps.messenger.edit(addressOf(card), card.messageId, screen, 'notice');
  if (edited.result === 'gone') return sendCard(deps, card, appeal);
  if (edited.result === 'sent') await deps.cards.save({ ...card, shownRev: appeal.rev, shownMark });
  // Edited twice looks like edited once.
  return edited.result === 'ambiguous' ? { result: 'later' } : edited;
}

/** Sends the appeal's card or brings it up to date; a card that vanished is sent anew. Several changes need one edit. */
export async function keepCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  const known = await deps.cards.find(appeal.id, notice);
  const card = known?.messageId || known?.threadId ? known : await openCard(deps, notice, appeal);
  if ('result' in card) return card;
  const { messageId } = card;
  if (!messageId) return sendCard(deps, card, appeal);
  return card.shownRev >= appeal.rev ? 'not_needed' : editCard(deps, { ...card, messageId }, appeal);
}

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

/** Says something under the appeal's card: in its topic, as a reply to it. A card that is not there comes first. */
export async function underCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
  screen: Screen,
): Promise<EditResult> {
  const known = await deps.cards.find(appeal.id, notice);
  if (!known?.messageId) {
    const kept = await keepCard(deps, notice, appeal);
    if (kept !== 'not_needed' && kept.result !== 'sent') return kept;
  }
  const card = known?.messageId ? known : await deps.cards.find(appeal.id, notice);
  if (!card?.messageId) return { result: 'later' };
  const note = { ...wordless(card, screen, appeal, notice), replyToMessageId: card.messageId };
  const sent = await deps.messenger.send(addressOf(card), note, 'notice');
  if (sent.result === 'no_thread') await forgetTopic(deps, card);
  return sent;
}
