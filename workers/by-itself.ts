import type { WorkerDeps } from './worker-deps';

/**
 * Does one of many by itself: what throws is logged under `ids` and stops none of its neighbours; it is found again with
 * the next look. A store out of reach is thrown on, since the neighbours would fail as well.
 */
export async function byItself(
  deps: Pick<WorkerDeps, 'log' | 'isStoreUnavailable'>,
  ids: Readonly<Record<string, string>>,
  act: () => Promise<unknown>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (deps.isStoreUnavailable(error)) throw error;
    deps.log.error({ ...ids, error }, 'one of many failed, the others go on');
  }
}
