import { placeAt } from '../domain/places';
import { begin, withRemark } from './conversation';
import type { Input } from './dialogue';
import type { Reply, Visit } from './visit';

/** Words that are hardly an appeal get a polite turn; they are kept, and whoever insists goes on with them. */
async function onWords(visit: Visit, input: Input & { kind: 'text' }): Promise<Reply> {
  const isDoubtful = visit.deps.classifier.recogniseNonAppeal(input.text) !== undefined;
  const reply = await begin(visit, { kind: 'appeal', ...(isDoubtful && { fields: { isDoubtful } }) }, input);
  return isDoubtful ? withRemark(reply, visit.t('hardly-an-appeal')) : reply;
}

/** Words, a file or a place begin a new appeal; a place outside the city begins none. */
export async function asNew(visit: Visit, input: Input): Promise<Reply | undefined> {
  if (input.kind === 'text') return onWords(visit, input);
  if (input.kind !== 'location') return begin(visit, { kind: 'appeal' }, input);
  const place = placeAt(visit.deps.city, input);
  return place === 'outside' ? undefined : begin(visit, { kind: 'appeal', fields: { place } });
}
