import { MINUTE_MS } from '../domain/instant';

const MOST_PEOPLE = 10_000;

/**
 * Counts what each person writes in a minute; true once in it, when it becomes more than `limit`. `at`: milliseconds of
 * a clock that only runs on. Kept in memory: nothing is decided by it, a person is only asked to slow down.
 */
export function createPace(limit: number): (personId: string, at: number) => boolean {
  const minutes = new Map<string, { readonly from: number; readonly count: number }>();
  return (personId, at) => {
    const minute = minutes.get(personId);
    const isOver = !minute || at - minute.from >= MINUTE_MS;
    const now = isOver ? { from: at, count: 1 } : { ...minute, count: minute.count + 1 };
    minutes.delete(personId);
    minutes.set(personId, now);
    if (minutes.size > MOST_PEOPLE) minutes.delete(minutes.keys().next().value ?? '');
    return now.count === limit + 1;
  };
}
