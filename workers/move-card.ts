import { createHash } from 'node:crypto';
import type { Appeal } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { EditResult } from '../messengers/messenger';
import { movedCard } from '../screens/staff-group-screens';
import type { Card, ChatKey } from '../use-cases/ports';
import { homesOf } from '../use-cases/staff-chat-for';
import { addressOf, staffTexts } from './card-record';
import { repeatable } from './repeatable';
import type { WorkerDeps } from './worker-deps';

const isSame = (one: ChatKey, other: ChatKey) =>
  one.messenger === other.messenger && one.chatId === other.chatId;

/** Whether the appeal's card belongs to other chats than this one now, or to none. */
export async function hasLeft(deps: WorkerDeps, chat: ChatKey, appeal: Appeal): Promise<boolean> {
  const homes = await homesOf(deps, appeal);
  if (homes.length === 0) return Boolean(appeal.isAboutOfficials);
  const here = await deps.movedChats.latest(chat);
  return !homes.some((home) => isSame(home, here));
}

/** Cards of the appeal in chats where it is no longer at home. */
export async function cardsLeftBehind(deps: WorkerDeps, appeal: Appeal): Promise<readonly Card[]> {
  const [cards, homes] = await Promise.all([deps.cards.of(appeal.id), homesOf(deps, appeal)]);
  const isNowhere = homes.length === 0 && !appeal.isAboutOfficials;
  return cards.filter((card) => card.messageId && !isNowhere && !homes.some((home) => isSame(card, home)));
}

/** The card says where its appeal went; no button is left to press. Should it come back, it is a card again. */
export async function leaveCard(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  const card = await deps.cards.find(appeal.id, notice);
  if (!card?.messageId) return 'not_needed';
  const screen = movedCard(staffTexts(deps), deps.city, appeal);
  const shownMark = createHash('sha256').update(JSON.stringify(screen)).digest('base64url').slice(0, 16);
  if (shownMark === card.shownMark) return 'not_needed';
  const edited = await deps.messenger.edit(addressOf(card), card.messageId, screen, 'notice');
  if (edited.result === 'sent') {
    await deps.cards.save({ ...card, shownRev: 0, shownMark });
    if (appeal.isAboutOfficials) await emptyChat(deps, notice, card);
    await closeTopic(deps, notice, card);
  }
  if (edited.result === 'gone') return 'not_needed';
  return repeatable(edited);
}

/** Art. 7: what was said about it here is taken away, message by message, as the chat has time. */
async function emptyChat(deps: WorkerDeps, notice: Notice, { appealId, messageId }: Card): Promise<void> {
  const now = deps.clock();
  const said = (await deps.notices.sentAbout(notice, appealId)).filter((id) => id !== messageId);
  const about = { eventId: notice.eventId, appealId };
  await deps.notices.insert(
    said.map((step) => aNotice('taken_away', notice, { ...about, step }, { now, dueAt: now })),
  );
}

/** Its topic closes behind it, when the group has time. */
async function closeTopic(deps: WorkerDeps, notice: Notice, { appealId, threadId }: Card): Promise<void> {
  if (!threadId) return;
  const now = deps.clock();
  const about = { eventId: notice.eventId, appealId, step: 'left' };
  await deps.notices.insert([aNotice('topic', notice, about, { now, dueAt: now })]);
}
