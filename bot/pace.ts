import { MINUTE_MS } from '../domain/instant';
import { keepNewest } from '../use-cases/keep-newest';
import type { Limits } from '../use-cases/ports';

const MOST_PEOPLE = 10_000;

/**
 * Counts what each person writes in a minute; true once in it, when it becomes more than `limit`. `at`: milliseconds of
 * a clock that only runs on. In this process's memory.
 */
export function ownPace(limit: number): (personId: string, at: number) => boolean {
  const minutes = new Map<string, { readonly from: number; readonly count: number }>();
  return (personId, at) => {
    const minute = minutes.get(personId);
    const isOver = !minute || at - minute.from >= MINUTE_MS;
    const now = isOver ? { from: at, count: 1 } : { ...minute, count: minute.count + 1 };
    keepNewest(minutes, [personId, now], MOST_PEOPLE);
    return now.count === limit + 1;
  };
}

const SECONDS = 60;

/**
 * The same over all processes; by this one's own count where nobody can be asked. Nothing is decided by it, a person is
 * only asked to slow down.
 */
export function createPace(
  limits: Limits,
  limit: number,
): (personId: string, at: number) => Promise<boolean> {
  const isHastyHere = ownPace(limit);
  return async (personId, at) => {
    const isHasty = isHastyHere(personId, at);
    try {
      if (await limits.allows('pace', personId, { times: limit, seconds: SECONDS })) return false;
      return await limits.allows('pace told', personId, { times: 1, seconds: SECONDS });
    } catch {
      return isHasty;
    }
  };
}
