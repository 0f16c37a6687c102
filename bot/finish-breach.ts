import { breachesIn, type Breach } from '../domain/breach';
import type { Draft } from '../domain/draft';
import { may } from '../domain/permissions';
import { breachesScreen, breachScreen, breachWordsIn } from '../screens/breach-screens';
import { paragraphs } from '../screens/texts';
import { recordBreach } from '../use-cases/record-breach';
import type { Finished } from './drafting';
import type { Reply, Visit } from './visit';

const rightsOf = ({ actor }: Visit) => ({ mayRecord: may.recordBreach(actor) });

const all = async ({ deps }: Visit): Promise<readonly Breach[]> => breachesIn(await deps.breaches.all());

export const findBreach = async (visit: Visit, id?: string): Promise<Breach | undefined> =>
  (await all(visit)).find(({ first }) => first.id === id);

/** The log, or the one breach an id names. */
export async function showBreaches(visit: Visit, id?: string): Promise<Reply> {
  const one = id ? await findBreach(visit, id) : undefined;
  return {
    screen: one
      ? breachScreen(visit.t, one, rightsOf(visit))
      : breachesScreen(visit.t, await all(visit), rightsOf(visit)),
  };
}

/** What the dialogue wrote goes into the log. */
export async function finishBreach(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps, actor, t } = visit;
  const { breachId } = draft.fields;
  const written = { actor, commandId: draft.id, words: breachWordsIn(draft.fields) };
  const recorded = await recordBreach(deps, {
    ...written,
    ...(typeof breachId === 'string' && { firstId: breachId }),
  });
  if (!recorded.ok) return { isDone: false, screen: { text: t(`refused-${recorded.refusal}`) } };
  const { screen } = await showBreaches(visit, recorded.entry.firstId ?? recorded.entry.id);
  return { isDone: true, screen: { ...screen, text: paragraphs(t('breach-saved'), screen?.text) } };
}
