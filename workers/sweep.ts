import { byItself } from './by-itself';
import { deliverNotices } from './deliver-notices';
import { expandEvents } from './expand-events';
import type { ChatKey } from '../use-cases/ports';
import { watchAges } from './watch-ages';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;
const CHATS_AT_ONCE = 20;

async function expandAll(deps: WorkerDeps): Promise<void> {
  for (const { id } of await deps.appeals.unexpanded(AT_ONCE))
    await byItself(deps, { appeal: id }, () => expandEvents(deps, id));
}

async function deliverAll(deps: WorkerDeps): Promise<void> {
  const chats = await deps.notices.chatsDue(deps.clock(), AT_ONCE);
  const deliverTo = (chat: ChatKey) =>
    byItself(deps, { chat: chat.chatId }, () => deliverNotices(deps, chat));
  for (let start = 0; start < chats.length; start += CHATS_AT_ONCE)
    await Promise.all(chats.slice(start, start + CHATS_AT_ONCE).map(deliverTo));
}

/**
 * Finds what no job carries: events without notices, notices that are due. The database is asked, not the queue. Whatever
 * becomes of them, the alarm is looked after.
 */
export async function sweep(deps: WorkerDeps): Promise<void> {
  try {
    await expandAll(deps);
    await deliverAll(deps);
  } finally {
    await watchAges(deps);
  }
}
