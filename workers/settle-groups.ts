import { OPEN_STATUSES } from '../domain/moves';
import { aNotice } from '../domain/notices';
import type { StaffGroup } from '../domain/staff-group';
import { staffChatFor } from '../use-cases/staff-chat-for';
import { cardsLeftBehind } from './move-card';
import type { WorkerDeps } from './worker-deps';

const GROUPS_AT_ONCE = 20;

/** The cards of a department's open appeals go where they belong now: both the new place and the old are told. */
async function settle(deps: WorkerDeps, group: StaffGroup): Promise<void> {
  const now = deps.clock();
  const appeals = await deps.appeals.listOpenOf(group.department, OPEN_STATUSES);
  for (const appeal of appeals) {
    const eventId = appeal.events.at(-1)?.id;
    const home = await staffChatFor(deps, appeal);
    if (!eventId || !home) continue;
    const about = {
      eventId,
      appealId: appeal.id,
      step: `home-${group.chatId.replace('-', '')}-${group.rev}`,
    };
    const chats = [home, ...(await cardsLeftBehind(deps, appeal))];
    await deps.notices.insert(chats.map((chat) => aNotice('card', chat, about, { now, dueAt: now })));
    await deps.jobs.deliverTo(home);
  }
  await deps.staffGroups.markSettled(group);
}

/** After a group was bound, unbound, lost or mended: its department's cards move. */
export async function settleGroups(deps: WorkerDeps): Promise<void> {
  for (const group of await deps.staffGroups.unsettled(GROUPS_AT_ONCE)) await settle(deps, group);
}
