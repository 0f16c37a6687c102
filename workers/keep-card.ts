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

/** A topic of its own where the group has topics and lets us make them; the group itself otherwise. */
async function openCard(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<Card | EditResult> {
  const { messenger, chatId } = notice;
  const card: Card = { appealId: appeal.id, messenger, chatId, shownRev: 0 };
  const chat = await deps.messenger.describeChat({ messenger, chatId });
  if ('result' in chat) return chat;
  if (!chat.hasTopics || !chat.mayManageTopics) return card;
  const topic = await deps.messenger.createTopic(
    { messenger, chatId },
    topicTitle(staffTexts(deps), deps.city, appeal),
  );
  if (topic.result === 'rejected') return card;
  if (topic.result !== 'created') return topic;
  const opened = { ...card, threadId: topic.threadId };
  await deps.cards.save(opened);
  return opened;
}

async function sendCard(deps: WorkerDeps, card: Card, appeal: Appeal): Promise<EditResult> {
  const screen = staffCard(staffTexts(deps), deps.city, appeal, deps.clock());
  const sent = await deps.messenger.send(addressOf(card), screen, 'notice');
  if (sent.result === 'no_thread') {
    const { threadId: _gone, ...general } = card;
    await deps.cards.save({ ...general, shownRev: 0 });
  }
  const messageId = sent.result === 'sent' ? sent.messageIds.at(-1) : undefined;
  if (messageId) await deps.cards.save({ ...card, messageId, shownRev: appeal.rev });
  return sent;
}

/** Sends the appeal's card or brings it up to date; a card that vanished is sent anew. Several changes need one edit. */
export async function keepCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  const known = await deps.cards.find(appeal.id, notice);
  const card = known ?? (await openCard(deps, notice, appeal));
  if ('result' in card) return card;
  if (!card.messageId) return sendCard(deps, card, appeal);
  if (card.shownRev >= appeal.rev) return 'not_needed';
  const screen = staffCard(staffTexts(deps), deps.city, appeal, deps.clock());
  const edited = await deps.messenger.edit(addressOf(card), card.messageId, screen, 'notice');
  if (edited.result === 'gone') return sendCard(deps, card, appeal);
  if (edited.result === 'sent') await deps.cards.save({ ...card, shownRev: appeal.rev });
  return edited;
}

/** Says something under the appeal's card: in its topic, as a reply to it. */
export async function underCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
  screen: Screen,
): Promise<EditResult> {
  const card = await deps.cards.find(appeal.id, notice);
  const at: Address = card ? addressOf(card) : { messenger: notice.messenger, chatId: notice.chatId };
  const reply = card?.messageId ? { ...screen, replyToMessageId: card.messageId } : screen;
  const sent = await deps.messenger.send(at, reply, 'notice');
  if (sent.result === 'no_thread' && card) {
    const { threadId: _gone, messageId: _with, ...general } = card;
    await deps.cards.save({ ...general, shownRev: 0 });
  }
  return sent;
}
