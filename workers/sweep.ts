import { byItself } from './by-itself';
import { deliverNotices } from './deliver-notices';
import { expandEvents } from './expand-events';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;
const SIDE_BY_SIDE = 20;

async function sideBySide<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += SIDE_BY_SIDE)
    await Promise.all(all.slice(start, start + SIDE_BY_SIDE).map(act));
}

const expandAll = async (deps: WorkerDeps): Promise<void> =>
  sideBySide(await deps.appeals.unexpanded(AT_ONCE), ({ id }) =>
    byItself(deps, { appeal: id }, () => expandEvents(deps, id)),
  );

const deliverAll = async (deps: WorkerDeps): Promise<void> =>
  sideBySide(await deps.notices.chatsDue(deps.clock(), AT_ONCE), (chat) =>
    byItself(deps, { chat: chat.chatId }, () => deliverNotices(deps, chat)),
  );

/** Finds what no job carries: events without notices, notices that are due. The database is asked, not the queue. */
export async function sweep(deps: WorkerDeps): Promise<void> {
  await expandAll(deps);
  await deliverAll(deps);
}
