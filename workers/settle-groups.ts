import type { Appeal } from '../domain/appeal';
import { OPEN_STATUSES } from '../domain/moves';
import { aNotice } from '../domain/notices';
import type { StaffGroup } from '../domain/staff-group';
import { staffChatFor } from '../use-cases/staff-chat-for';
import { byItself } from './by-itself';
import { cardsLeftBehind } from './move-card';
import type { WorkerDeps } from './worker-deps';

const GROUPS_AT_ONCE = 20;

async function move(deps: WorkerDeps, appeal: Appeal, group: StaffGroup): Promise<void> {
  const now = deps.clock();
  const eventId = appeal.events.at(-1)?.id;
  const home = await staffChatFor(deps, appeal);
  if (!eventId || !home) return;
  const about = {
    eventId,
    appealId: appeal.id,
    step: `home-${group.chatId.replace('-', '')}-${group.rev}`,
  };
  const chats = [home, ...(await cardsLeftBehind(deps, appeal))];
  await deps.notices.insert(chats.map((chat) => aNotice('card', chat, about, { now, dueAt: now })));
  await deps.jobs.deliverTo(home);
}

/** The cards of its departments' open appeals, of today and before, go where they belong now: both places are told. */
async function settle(deps: WorkerDeps, group: StaffGroup): Promise<void> {
  for (const department of new Set([group.department, ...(group.formerDepartments ?? [])]))
    for (const appeal of await deps.appeals.listOpenOf(department, OPEN_STATUSES))
      await byItself(deps, { appeal: appeal.id }, () => move(deps, appeal, group));
  await deps.staffGroups.markSettled(group);
}

/** After a group was bound, unbound, lost or mended: its department's cards move. */
export async function settleGroups(deps: WorkerDeps): Promise<void> {
  for (const group of await deps.staffGroups.unsettled(GROUPS_AT_ONCE)) await settle(deps, group);
}
