import { byItself } from './by-itself';
import { deliverNotices } from './deliver-notices';
import { expandEvents } from './expand-events';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 200;
const SIDE_BY_SIDE = 20;
/** A long queue is gone through in one sweep, and one in which nothing moves ends it. */
const MOST_ROUNDS = 10;

/** How many there were. */
async function sideBySide<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<number> {
  for (let start = 0; start < all.length; start += SIDE_BY_SIDE)
    await Promise.all(all.slice(start, start + SIDE_BY_SIDE).map(act));
  return all.length;
}

/** Whatever becomes of it, the others have their turn before it is tried again. */
async function expandOne(deps: WorkerDeps, appealId: string): Promise<void> {
  await deps.appeals.markSwept(appealId, deps.clock());
  await expandEvents(deps, appealId);
}

const expandAll = async (deps: WorkerDeps): Promise<number> =>
  sideBySide(await deps.appeals.toSweep(deps.clock(), AT_ONCE), ({ id }) =>
    byItself(deps, { appeal: id }, () => expandOne(deps, id)),
  );

const deliverAll = async (deps: WorkerDeps): Promise<number> =>
  sideBySide(await deps.notices.chatsDue(deps.clock(), AT_ONCE), (chat) =>
    byItself(deps, { chat: chat.chatId }, () => deliverNotices(deps, chat)),
  );

/** Finds what no job carries: events without notices, notices that are due. The database is asked, not the queue. */
export async function sweep(deps: WorkerDeps): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const found = [await expandAll(deps), await deliverAll(deps)];
    if (!found.includes(AT_ONCE)) return;
  }
}
