import { chatOf, hasMessenger } from '../domain/person-id';
import type { Screen } from '../messengers/messenger';
import type { ChatKey, Clock, Jobs, Notices } from './ports';

/** Somebody's own chat with us. */
export const privateChatOf = (personId: string): ChatKey => chatOf(personId);

/**
 * Tells somebody something privately, once for the event it came of, as soon as it can go; who has no messenger is told
 * nothing. What says words of an appeal names it, so that they are forgotten with it.
 */
export async function tellPerson(
  deps: { notices: Notices; jobs: Jobs; clock: Clock },
  personId: string,
  { eventId, appealId, screen }: { eventId: string; appealId?: string; screen: Screen },
): Promise<void> {
  if (!hasMessenger(personId)) return;
  const chat = privateChatOf(personId);
  const now = deps.clock();
  const id = `${eventId}-${chat.messenger}.${chat.chatId}-screen-told`;
  const state = { state: 'waiting', attempts: 0, sentMessageIds: [], dueAt: now, createdAt: now } as const;
  const about = { eventId, ...(appealId && { appealId }) };
  await deps.notices.insert([{ id, kind: 'screen', ...chat, ...about, screen, ...state }]);
  await deps.jobs.deliverTo(chat);
}
