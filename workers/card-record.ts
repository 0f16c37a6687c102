import { createHash } from 'node:crypto';
import { mainLanguage } from '../domain/city-languages';
import type { Address, Screen } from '../messengers/messenger';
import type { Card } from '../use-cases/ports';
import type { WorkerDeps } from './worker-deps';

/** The language a staff chat is spoken to. */
export const staffTexts = ({ textsFor, city }: Pick<WorkerDeps, 'textsFor' | 'city'>) =>
  textsFor(mainLanguage(city));

type Placed = Pick<Card, 'messenger' | 'chatId' | 'threadId'>;

export const addressOf = ({ messenger, chatId, threadId }: Placed): Address => ({
  messenger,
  chatId,
  ...(threadId && { threadId }),
});

/** Its topic is gone: the card is made anew with the next try, in a topic of its own again. */
export const forgetTopic = ({ cards }: WorkerDeps, { appealId, messenger, chatId }: Card): Promise<void> =>
  cards.save({ appealId, messenger, chatId, shownRev: 0, hasLostTopic: true });

/** Somebody deleted its message: whatever keeps the new one waiting, the old one is not asked for again. */
export async function forgetMessage({ cards }: WorkerDeps, card: Card): Promise<Card> {
  const { messageId: _gone, isPinned: _was, ...known } = card;
  await cards.save(known);
  return known;
}

/** What looks the same has the same mark. */
export const markOf = (screen: Screen): string =>
  createHash('sha256').update(JSON.stringify(screen)).digest('base64url').slice(0, 16);
