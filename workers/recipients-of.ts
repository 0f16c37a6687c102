import type { Appeal } from '../domain/appeal';
import type { Recipients } from '../domain/notices';
import { controllers } from '../use-cases/post-holders';
import { privateChatOf } from '../use-cases/tell-person';
import type { WorkerDeps } from './worker-deps';

/** Who can be told about an appeal now; a controller who has it themselves hears as the executor. */
export async function recipientsOf(deps: WorkerDeps, appeal: Appeal): Promise<Recipients> {
  const citizen = await deps.citizens.find(appeal.citizenId);
  const staff = deps.staffChat && (await deps.movedChats.latest(deps.staffChat));
  const executor = appeal.executorId && privateChatOf(appeal.executorId);
  const watching = (await controllers(deps))
    .map(privateChatOf)
    .filter(({ chatId }) => !executor || chatId !== executor.chatId);
  return {
    ...(citizen && { citizen: { messenger: citizen.messenger, chatId: citizen.chatId } }),
    ...(staff && { staff }),
    ...(executor && { executor }),
    controllers: watching,
  };
}
