import type { Appeal } from '../domain/appeal';
import { isDaytime } from '../domain/calendar';
import type { Actor } from '../domain/permissions';
import type { Screen } from '../messengers/messenger';
import { permitted } from './permitted';
import type { WorkerDeps } from './worker-deps';

/** At night only danger makes a sound. */
export const quietly = (deps: WorkerDeps, { isUrgent }: Appeal, screen: Screen): Screen =>
  isUrgent || isDaytime(deps.clock(), deps.city) ? screen : { ...screen, isSilent: true };

/** In a colleague's own chat: the buttons they may press, and at night a sound for an emergency too. */
export function toColleague(
  screen: Screen,
  { deps, appeal, reader }: { deps: WorkerDeps; appeal: Appeal; reader: Actor },
): Screen {
  const shown = permitted(screen, { appeal, reader });
  return appeal.complexity === 'emergency' ? shown : quietly(deps, appeal, shown);
}
