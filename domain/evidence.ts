import { findPhrase, phraseOf, qualityOf } from './phrase';
import type { Phrase, Sighting } from './phrase';
import { sharesOf } from './side-details';
import { isSilent } from './silent-words';
import { Vocabulary } from './vocabulary';
import { wordsOf } from './words';

/** Something a word can speak for: a category or a whole group. */
export interface Subject {
  readonly name: string;
  readonly group: string;
  readonly words: readonly string[];
  readonly examples: readonly string[];
}

interface Clue {
  readonly subject: string;
  readonly phrase: Phrase;
  readonly weight: number;
}

const MOST_WORDS_READ = 400;
const HINT_WEIGHT = 0.8;
/** How much of a word's weight stays when it only says where or who. */
const LEAST_SHARE = 0.6;

/** A phrase of two words says more than two words apart. */
const PHRASE_WEIGHTS = [0, 1, 2.4, 3.2, 3.8];

/** What the words of a city's pack speak for, ready to be asked about texts. */
export class Evidence {
  private readonly vocabulary: Vocabulary;
  private readonly cluesByStem = new Map<string, Clue[]>();

  /** With `wholePhrasesOnly` a phrase counts only when all its words stand together. */
  constructor(subjects: readonly Subject[], wholePhrasesOnly = false) {
    const clues = [...wordClues(subjects), ...(wholePhrasesOnly ? [] : hintClues(subjects))];
    this.vocabulary = new Vocabulary(clues.flatMap(({ phrase }) => phrase.flat()));
    for (const clue of clues) {
      for (const stem of clue.phrase[0] ?? []) {
        const known = this.cluesByStem.get(stem);
        if (known) known.push(clue);
        else this.cluesByStem.set(stem, [clue]);
      }
    }
  }

  /** How strongly a text speaks for each subject; those it does not speak for are absent. */
  weigh(text: string): ReadonlyMap<string, number> {
    const words = wordsOf(text).slice(0, MOST_WORDS_READ);
    const shares = sharesOf(words);
    const sightings = this.vocabulary.sight(words);
    const tally = new Tally();
    for (const clue of this.cluesMetBy(sightings.keys())) {
      const found = findPhrase(clue.phrase, sightings);
      if (found) tally.count(clue, found, shares);
    }
    return tally.totals();
  }

  private cluesMetBy(stems: Iterable<string>): ReadonlySet<Clue> {
    const clues = new Set<Clue>();
    for (const stem of stems) for (const clue of this.cluesByStem.get(stem) ?? []) clues.add(clue);
    return clues;
  }
}

/** Counts each word of a text once for a subject, with the strongest clue it takes part in. */
class Tally {
  private readonly bySubject = new Map<string, Map<number, number>>();

  count({ subject, weight }: Clue, found: readonly Sighting[], shares: readonly number[]): void {
    const positions = this.bySubject.get(subject) ?? new Map<number, number>();
    const share = (weight * qualityOf(found)) / found.length;
    for (const { position } of found) {
      const weighed = share * Math.max(LEAST_SHARE, shares[position] ?? 1);
      if (weighed > (positions.get(position) ?? 0)) positions.set(position, weighed);
    }
    this.bySubject.set(subject, positions);
  }

  totals(): ReadonlyMap<string, number> {
    const totals = new Map<string, number>();
    for (const [subject, positions] of this.bySubject) {
      totals.set(
        subject,
        [...positions.values()].reduce((sum, share) => sum + share, 0),
      );
    }
    return totals;
  }
}

const keyOf = (phrase: Phrase): string => phrase.map((slot) => slot.join('/')).join(' ');

/** A word that speaks for many groups says little about each. */
const rarity = (groups: number): number => groups ** -0.6;

function wordClues(subjects: readonly Subject[]): Clue[] {
  const phrases = subjects.flatMap((subject) =>
    subject.words.map((written) => ({ subject, phrase: phraseOf(written) })),
  );
  const groupsByPhrase = new Map<string, Set<string>>();
  for (const { subject, phrase } of phrases) {
    const key = keyOf(phrase);
    groupsByPhrase.set(key, (groupsByPhrase.get(key) ?? new Set()).add(subject.group));
  }
  return phrases
    .filter(({ phrase }) => phrase.length > 0)
    .map(({ subject, phrase }) => ({
      subject: subject.name,
      phrase,
      weight: (PHRASE_WEIGHTS[phrase.length] ?? 4) * rarity(groupsByPhrase.get(keyOf(phrase))?.size ?? 1),
    }));
}

const SHORTEST_TELLING_STEM = 4;

/** Words that speak weakly: those of examples, and those of phrases standing without the rest of the phrase. */
function hintClues(subjects: readonly Subject[]): Clue[] {
  const uses = subjects.flatMap((subject) => [...hintsOf(subject)].map((stem) => ({ subject, stem })));
  const groupsByStem = new Map<string, Set<string>>();
  for (const { subject, stem } of uses) {
    groupsByStem.set(stem, (groupsByStem.get(stem) ?? new Set()).add(subject.group));
  }
  return uses.map(({ subject, stem }) => ({
    subject: subject.name,
    phrase: [[stem]],
    weight: HINT_WEIGHT * rarity(groupsByStem.get(stem)?.size ?? 1),
  }));
}

function hintsOf({ words, examples }: Subject): ReadonlySet<string> {
  const ofExamples = examples.flatMap((example) => wordsOf(example).map(({ stem }) => stem));
  const ofPhrases = words.flatMap((written) => phraseOf(written).flat());
  const stems = [...ofExamples, ...ofPhrases].filter((stem) => stem.length >= SHORTEST_TELLING_STEM);
  return new Set(stems.filter((stem) => !isSilent(stem)));
}
