import { DAY_MS } from '../domain/instant';
import { eraseOld } from '../use-cases/keep-records';
import type { OldRecords } from '../use-cases/keeping-ports';
import type { WorkerDeps } from './worker-deps';

export type RetentionDeps = WorkerDeps & { readonly oldRecords: OldRecords };

/** Once a day, whoever of the workers is first: what is older than the city keeps it is erased, and said in numbers. */
export async function eraseOldRecords(deps: RetentionDeps): Promise<void> {
  if (!(await deps.oldRecords.beginDay(deps.clock(), DAY_MS))) return;
  const erased = await eraseOld(deps);
  deps.log.info({ erased }, 'records past their time were erased');
}
