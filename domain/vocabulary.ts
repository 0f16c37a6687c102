import { isOneTypoApart, isTwoTyposApart, sharedStart } from './similarity';
import type { Sighting, Sightings } from './phrase';
import type { Word } from './words';

/** How well a word of a person meets a stem of the vocabulary: 1 is the same stem. */
export interface Meeting {
  readonly stem: string;
  readonly quality: number;
}

const RELATED = 0.8;
const ONE_TYPO = 0.75;
const TWO_TYPOS = 0.6;
const LONG_ENOUGH_FOR_A_TYPO = 5;
const LONG_ENOUGH_FOR_TWO = 9;
const MEMORY = 20_000;

/** The stems a pack knows, and which of them a person's word may mean. */
export class Vocabulary {
  private readonly stems = new Set<string>();
  private readonly byFirstLetters = new Map<string, string[]>();
  private readonly remembered = new Map<string, readonly Meeting[]>();

  constructor(stems: Iterable<string>) {
    for (const stem of stems) this.add(stem);
  }

  private add(stem: string): void {
    if (this.stems.has(stem)) return;
    this.stems.add(stem);
    const first = stem.slice(0, 2);
    const known = this.byFirstLetters.get(first);
    if (known) known.push(stem);
    else this.byFirstLetters.set(first, [stem]);
  }

  /** The stems a word means, best first; none for a word the pack does not know. */
  meetings(word: Word): readonly Meeting[] {
    const key = `${word.stem} ${word.latin ?? ''}`;
    const known = this.remembered.get(key);
    if (known) return known;
    const found = this.findMeetings(word);
    if (this.remembered.size < MEMORY) this.remembered.set(key, found);
    return found;
  }

  /** Where a text meets the vocabulary, by stem. */
  sight(words: readonly Word[]): Sightings {
    const sightings = new Map<string, Sighting[]>();
    words.forEach((word, position) => {
      for (const { stem, quality } of this.meetings(word)) {
        const known = sightings.get(stem);
        if (known) known.push({ position, quality });
        else sightings.set(stem, [{ position, quality }]);
      }
    });
    return sightings;
  }

  private findMeetings({ stem, latin }: Word): readonly Meeting[] {
    if (latin && this.stems.has(latin)) return [{ stem: latin, quality: 1 }];
    const near = this.byFirstLetters.get(stem.slice(0, 2)) ?? [];
    const related = near.filter((other) => areRelated(stem, other));
    const meetings = related.map((other) => ({ stem: other, quality: RELATED }));
    if (this.stems.has(stem)) return [{ stem, quality: 1 }, ...meetings];
    if (meetings.length > 0) return meetings;
    return this.typosOf(stem, near);
  }

  private typosOf(stem: string, near: readonly string[]): readonly Meeting[] {
    if (stem.length < LONG_ENOUGH_FOR_A_TYPO || /\d/.test(stem)) return [];
    const once = near.filter(
      (other) => other.length >= LONG_ENOUGH_FOR_A_TYPO - 1 && isOneTypoApart(stem, other),
    );
    if (once.length > 0) return once.map((other) => ({ stem: other, quality: ONE_TYPO }));
    if (stem.length < LONG_ENOUGH_FOR_TWO) return [];
    const twice = near.filter((other) => isTwoTyposApart(stem, other));
    return twice.map((other) => ({ stem: other, quality: TWO_TYPOS }));
  }
}

/** Words of one root: a long shared beginning and short different tails. */
function areRelated(a: string, b: string): boolean {
  if (a === b) return false;
  const shared = sharedStart(a, b);
  if (shared < 4) return false;
  const longestTail = Math.max(a.length, b.length) - shared;
  return shared >= 6 ? longestTail <= 3 : longestTail <= shared - 3;
}
