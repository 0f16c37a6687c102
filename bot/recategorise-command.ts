import { textOf, type Appeal } from '../domain/appeal';
import { findCategory } from '../domain/city';
import { may } from '../domain/permissions';
import { categoriesScreen, recategorisedScreen } from '../screens/recategorise-screens';
import { whyNotKey, whyRefused } from '../screens/why-refused';
import { recategoriseAppeal } from '../use-cases/recategorise-appeal';
import type { StaffCommand } from './decision-commands';
import { matchWords } from './match-typed';
import { onAppeal, type Press } from './on-appeal';
import { named } from './reply-command';
import type { Reply, Visit } from './visit';

const OFFERED = 6;

/** The category a code or its whole name means. */
function namedCategory({ deps: { city } }: Visit, words: string): string | undefined {
  const labelled = city.categories.flatMap(({ code, names }) =>
    Object.values(names).map((label) => ({ code, label })),
  );
  return findCategory(city, words)?.code ?? matchWords(labelled, words)?.code;
}

/** What it may be instead: what the words look for, else what its own text is likely about. */
function offer(visit: Visit, appeal: Appeal, words = ''): Reply {
  const { deps, t } = visit;
  const found = words
    ? deps.classifier.search(words)
    : deps.classifier.propose(textOf(appeal)).map(({ code }) => code);
  const codes = found.filter((code) => code !== appeal.category).slice(0, OFFERED);
  return { screen: categoriesScreen(t, deps.city, appeal, { codes, isFound: codes.length > 0 }) };
}

async function carryOut(visit: Visit, appeal: Appeal, category: string): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  const about = { actor, appealId: appeal.id, commandId: incoming.id };
  const changed = await recategoriseAppeal(deps, { ...about, category });
  if (changed.ok)
    return {
      screen: recategorisedScreen(t, deps.city, changed.appeal, {
        isSeen: may.see(actor, changed.appeal),
        now: deps.clock(),
      }),
    };
  const { key, args } = whyRefused(visit.deps.city, changed.appeal ?? appeal, changed.refusal);
  return incoming.content.kind === 'press'
    ? { note: t.plain(key, args) }
    : { screen: { text: t(key, args) } };
}

/** `/recategorise 2026-000001 street-lamp`, or words to look for it by, or nothing to be offered some. */
export const recategorise: StaffCommand = (visit, argument) =>
  named(visit, argument, 'staff-recategorise-how', async (appeal, words) => {
    if (!may.recategorise(visit.actor, appeal))
      return { screen: { text: visit.t(whyNotKey(visit.actor, appeal, 'recategorise')) } };
    const category = namedCategory(visit, words);
    return category ? carryOut(visit, appeal, category) : offer(visit, appeal, words);
  });

/** `rc.<appeal>` offers categories, `rc.<appeal>.<code>` sets one. */
export const CATEGORY_PRESSES: Readonly<Record<string, Press>> = {
  rc: onAppeal('recategorise', (visit, appeal, [, code]) =>
    code ? carryOut(visit, appeal, code) : Promise.resolve(offer(visit, appeal)),
  ),
};
