import type { Appeal, Attachment } from '../domain/appeal';
import { findCategory, type City } from '../domain/city';
import { mayShow, nearDuplicates, recentSince } from '../domain/near-duplicates';
import { keysWithin } from '../domain/nearness';
import type { Place } from '../domain/place';
import type { Appeals, Clock } from './ports';

/** So many under one key are read at most, the newest. */
const MOST_READ = 20;

/** Open appeals about the same thing nearby, at most three; read by an index, however many appeals there are. */
export async function findNear(
  { appeals, clock, city }: { appeals: Appeals; clock: Clock; city: City },
  sought: { category: string; place: Place; text: string; attachments: readonly Attachment[] },
): Promise<readonly Appeal[]> {
  const category = findCategory(city, sought.category);
  if (!category || !mayShow(category)) return [];
  const now = clock();
  const found = await appeals.near({
    category: category.code,
    placeKeys: keysWithin(sought.place, category.duplicateRadiusM),
    since: recentSince(now),
    limit: MOST_READ,
  });
  return nearDuplicates({ ...sought, category }, found, now);
}
