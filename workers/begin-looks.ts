import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 500;
const DONE = 'begin-looks';

/**
 * Appeals stored before looks had a moment of their own get one, so that their terms and promises are watched as the
 * others are. Carried out once in the life of a record; begun again after a crash, it changes nothing more.
 */
export async function beginLooks({ appeals, watches, clock }: WorkerDeps): Promise<void> {
  if (await watches.since(DONE)) return;
  let last: string | undefined = '';
  while (last !== undefined) last = await appeals.beginLooks(last, AT_ONCE);
  await watches.turn(DONE, true, clock());
}
