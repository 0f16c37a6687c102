import { HOUR_MS } from '../domain/instant';
import type { Notice } from '../domain/notice';
import type { Screen } from '../messengers/messenger';
import type { Alarm } from '../use-cases/raise-alarm';
import { staffTexts } from './card-record';
import type { WorkerDeps } from './worker-deps';

/** While it lasts a newer one comes. */
const STALE_MS = 3 * HOUR_MS;

/** How much there is of it, as it is when it is told. */
const COUNTED: Partial<Record<Alarm, (deps: WorkerDeps) => Promise<number>>> = {
  notice_broken: ({ notices }) => notices.countStuck(),
  quarantine: async ({ quarantine }) => (await quarantine.waiting(1)).total,
};

/** Nothing when it is old, or when nothing is left of it. */
export async function alarmScreen(
  deps: WorkerDeps,
  { step, createdAt }: Notice,
): Promise<Screen | undefined> {
  if (deps.clock().getTime() - createdAt.getTime() > STALE_MS) return undefined;
  const count = (await COUNTED[step as Alarm]?.(deps)) ?? 1;
  return count > 0 ? { text: staffTexts(deps)(`alarm-${step}`, { count }) } : undefined;
}
