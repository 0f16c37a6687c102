import type { ChatKey } from '../use-cases/ports';
import type { WorkerDeps } from './worker-deps';

/** Whoever cannot be written to is left alone until they write: then what waits comes. */
export async function markUnreachable(
  { citizens }: Pick<WorkerDeps, 'citizens'>,
  { messenger, chatId }: ChatKey,
): Promise<void> {
  const citizen = await citizens.find(`${messenger}-${chatId}`);
  if (citizen?.isReachable) await citizens.save({ ...citizen, isReachable: false, rev: citizen.rev + 1 });
}
