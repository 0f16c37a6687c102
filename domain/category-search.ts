import MiniSearch from 'minisearch';
import type { City } from './city';
import { wordsOf } from './words';

const MOST_FOUND = 10;
const SHORTEST_WITH_TYPO = 4;
/** MiniSearch takes a whole number for letters, a fraction for a share of the word. */
const ONE_TYPO = 1;

/** Every way a typed word may be read: by sound, and as English where it is Latin. */
const readings = (term: string): string[] =>
  wordsOf(term).flatMap(({ stem, latin }) => (latin ? [stem, latin] : [stem]));

/** Gives the search for a category: by prefix, with typos, in any of the languages of the pack; read when first asked. */
export function createSearch(city: City): (query: string) => readonly string[] {
  let index: MiniSearch | undefined;
  return (query) => {
    index ??= indexOf(city);
    return index
      .search(query)
      .slice(0, MOST_FOUND)
      .map(({ id }) => String(id));
  };
}

function indexOf(city: City): MiniSearch {
  const index = new MiniSearch({
    idField: 'code',
    fields: ['names', 'words', 'group', 'examples'],
    processTerm: readings,
    searchOptions: {
      boost: { names: 4, words: 2, group: 1.2, examples: 0.5 },
      prefix: (term) => term.length >= 2,
      fuzzy: (term) => (term.length >= 5 ? 0.2 : term.length === SHORTEST_WITH_TYPO && ONE_TYPO),
      processTerm: readings,
    },
  });
  const groups = new Map(
    city.groups.map(({ code, names, words = [] }) => [code, [...Object.values(names), ...words]]),
  );
  index.addAll(
    city.categories.map(({ code, names, words, examples, group }) => ({
      code,
      names: Object.values(names).join(' '),
      words: words.join(' '),
      examples: examples.join(' '),
      group: (groups.get(group) ?? []).join(' '),
    })),
  );
  return index;
}
