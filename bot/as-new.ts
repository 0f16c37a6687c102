import { placeAt } from '../domain/places';
import { paragraphs } from '../screens/texts';
import { begin } from './conversation';
import type { Input } from './dialogue';
import type { Reply, Visit } from './visit';

/** Words that are hardly an appeal get a polite turn; they are kept, and whoever insists goes on with them. */
async function onWords(visit: Visit, input: Input & { kind: 'text' }): Promise<Reply> {
  const isDoubtful = visit.deps.classifier.recogniseNonAppeal(input.text) !== undefined;
  const reply = await begin(visit, { kind: 'appeal', ...(isDoubtful && { fields: { isDoubtful } }) }, input);
  if (!isDoubtful || !reply.screen) return reply;
  return {
    ...reply,
    screen: { ...reply.screen, text: paragraphs(visit.t('hardly-an-appeal'), reply.screen.text) },
  };
}

/** Words, a file or a place begin a new appeal; a place outside the city begins none. */
export async function asNew(visit: Visit, input: Input): Promise<Reply | undefined> {
  if (input.kind === 'text') return onWords(visit, input);
  if (input.kind !== 'location') return begin(visit, { kind: 'appeal' }, input);
  const place = placeAt(visit.deps.city, input);
  return place === 'outside' ? undefined : begin(visit, { kind: 'appeal', fields: { place } });
}
