import { localDay, startOfDay } from '../domain/calendar';
import { MINUTE_MS } from '../domain/instant';
import type { Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { EditResult, Screen } from '../messengers/messenger';
import { overviewScreen } from '../screens/overview-screen';
import type { Card, ChatKey } from '../use-cases/ports';
import { addressOf, forgetMessage, markOf, staffTexts } from './card-record';
import { repeatable } from './repeatable';
import type { WorkerDeps } from './worker-deps';

/** Stands for an appeal's id among the cards. */
const OVERVIEW = 'overview';

/** The staff chat counts everything, a department's group what is that department's. */
async function shown(deps: WorkerDeps, chat: ChatKey): Promise<Screen> {
  const { appeals, city, clock } = deps;
  const group = await deps.staffGroups.find(chat);
  const department = group?.isBound ? group.department : undefined;
  const now = clock();
  const tomorrow = startOfDay(localDay(now, city.timeZone).add({ days: 1 }), city.timeZone);
  return overviewScreen(staffTexts(deps), await appeals.countOpen(now, tomorrow, department));
}

async function pin(deps: WorkerDeps, card: Card): Promise<EditResult> {
  const pinned = await deps.messenger.pin(addressOf(card), card.messageId ?? '');
  const isTried = pinned.result === 'sent' || pinned.result === 'rejected';
  if (isTried) await deps.cards.save({ ...card, isPinned: true });
  return isTried ? { result: 'sent', messageIds: [] } : repeatable(pinned);
}

async function send(deps: WorkerDeps, { messenger, chatId }: ChatKey, screen: Screen): Promise<EditResult> {
  const sent = await deps.messenger.send({ messenger, chatId }, screen, 'notice');
  const messageId = sent.result === 'sent' ? sent.messageIds.at(-1) : undefined;
  if (!messageId) return sent;
  const shownMark = markOf(screen);
  const card: Card = { appealId: OVERVIEW, messenger, chatId, messageId, shownRev: 0, shownMark };
  await deps.cards.save(card);
  return pin(deps, card);
}

/** Brings the pinned message up to date; one that was deleted is sent and pinned anew. */
export async function keepOverview(deps: WorkerDeps, notice: Notice): Promise<EditResult | 'not_needed'> {
  const card = await deps.cards.find(OVERVIEW, notice);
  const screen = await shown(deps, notice);
  if (!card?.messageId) return send(deps, notice, screen);
  const shownMark = markOf(screen);
  if (card.shownMark === shownMark) return card.isPinned ? 'not_needed' : pin(deps, card);
  const edited = await deps.messenger.edit(addressOf(card), card.messageId, screen, 'notice');
  if (edited.result === 'gone') {
    await forgetMessage(deps, card);
    return send(deps, notice, screen);
  }
  if (edited.result === 'sent') await deps.cards.save({ ...card, shownMark });
  return repeatable(edited);
}

async function look(deps: WorkerDeps, home: ChatKey): Promise<void> {
  const chat = await deps.movedChats.latest(home);
  const card = await deps.cards.find(OVERVIEW, chat);
  if (card?.isPinned && card.shownMark === markOf(await shown(deps, chat))) return;
  const now = deps.clock();
  const eventId = `overview-${Math.floor(now.getTime() / MINUTE_MS)}`;
  await deps.notices.insert([aNotice('overview', chat, { eventId }, { now, dueAt: now })]);
}

/**
 * Looks whether the pinned messages of the staff chat and of the departments' groups still tell the truth; asks for one
 * change a minute at most, behind everything else.
 */
export async function keepOverviews(deps: WorkerDeps): Promise<void> {
  if (deps.staffChat) await look(deps, deps.staffChat);
  for (const group of await deps.staffGroups.bound()) if (!group.trouble) await look(deps, group);
}
