import type { Appeal } from '../domain/appeal';
import type { Recipients } from '../domain/notices';
import { controllers, deputies, headsOf } from '../use-cases/post-holders';
import { staffChatFor } from '../use-cases/staff-chat-for';
import { privateChatOf } from '../use-cases/tell-person';
import type { WorkerDeps } from './worker-deps';

/** Who can be told about an appeal now. */
export async function recipientsOf(deps: WorkerDeps, appeal: Appeal): Promise<Recipients> {
  const citizen = await deps.citizens.find(appeal.citizenId);
  const staff = await staffChatFor(deps, appeal);
  const asked = appeal.events.findLast(({ type }) => type === 'appeal.extension_asked');
  const [heads, watching, above] = await Promise.all([
    headsOf(deps, appeal.department),
    controllers(deps),
    deputies(deps),
  ]);
  return {
    ...(citizen && { citizen: { messenger: citizen.messenger, chatId: citizen.chatId } }),
    ...(staff && { staff }),
    ...(appeal.executorId && { executor: privateChatOf(appeal.executorId) }),
    ...(asked && { asker: privateChatOf(asked.by) }),
    heads: heads.map(privateChatOf),
    controllers: watching.map(privateChatOf),
    deputies: above.map(privateChatOf),
  };
}
