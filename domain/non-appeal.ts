import type { City, NonAppealKind } from './city';
import { NON_APPEAL_KINDS } from './city';
import { featuresOf } from './features';
import { lessonOf } from './learner';
import type { Lesson } from './learner';
import type { Lessons } from './lessons';
import { NaiveBayes } from './naive-bayes';
import { isSilent } from './silent-words';
import { wordsOf } from './words';
import type { Word } from './words';

const APPEAL = 'appeal';
/** How likely small talk must be; in doubt a text is an appeal. */
const LEAST_CHANCE = 0.5;
/** Without its manners a text that still speaks clearly of the city is an appeal. */
const LEAST_MATTER = 2;
const CLEAR_APPEAL = 0.8;
const MANNERS: readonly (NonAppealKind | undefined)[] = ['greeting', 'abuse', 'thanks'];
const LINK = /(?:https?:\/\/|www\.|t\.me\/)\S+/gi;
const VOWELS = /[аеиоуюя]/;

/** Builds what tells small talk from an appeal: the kind of talk, or nothing when the text may ask something of the city. */
export function createNonAppealReader(
  city: City,
  { groups }: Lessons,
): (text: string) => NonAppealKind | undefined {
  const talk = NON_APPEAL_KINDS.flatMap((label) =>
    (city.smallTalk?.[label] ?? []).map((text) => ({ text, label })),
  );
  const talks = talk.map(({ text, label }) => lessonOf(text, label));
  const appeals = groups.relabelled(() => APPEAL).add(politeAndRudeAppeals(city));
  const learner = new NaiveBayes(appeals.add(talks), 'even');
  const exact = new Map(talk.map(({ text, label }) => [keyOf(wordsOf(text)), label]));
  const manners = new Set(mannersOf(city).flatMap((text) => wordsOf(text).map(({ stem }) => stem)));
  const appealChance = (words: readonly Word[]): number =>
    learner.judge(featuresOf(words.map(({ form }) => form).join(' '))).get(APPEAL) ?? 0;
  return (written) => {
    // A link among words says nothing of them; alone it is an advert.
    const text = written.replace(LINK, ' ');
    const words = wordsOf(text);
    if (words.length === 0 && text !== written) return 'advert';
    if (words.every(saysNothing)) return 'noise';
    const asKnown = exact.get(keyOf(words));
    if (asKnown) return asKnown;
    const kind = kindOf(learner.judge(featuresOf(text)));
    if (!MANNERS.includes(kind)) return kind;
    const matter = words.filter(({ stem }) => !manners.has(stem) && !isSilent(stem));
    return matter.length >= LEAST_MATTER && appealChance(matter) >= CLEAR_APPEAL ? undefined : kind;
  };
}

const mannersOf = ({ smallTalk }: City): readonly string[] =>
  [smallTalk?.greeting, smallTalk?.abuse, smallTalk?.thanks].flatMap((texts) => texts ?? []);

/** People greet, thank or swear and then ask: an appeal stays one whatever it begins with. */
function politeAndRudeAppeals(city: City): Lesson[] {
  const openings = mannersOf(city);
  if (openings.length === 0) return [];
  return city.categories.map(({ names, words, examples }, index) => {
    const matter = index % 2 === 0 ? examples[0] : words[0];
    return lessonOf(`${openings[(index * STRIDE) % openings.length]}, ${matter ?? names.uk}`, APPEAL);
  });
}

/** Mixes the openings: a neighbour in the list is of the same kind. */
const STRIDE = 37;

const keyOf = (words: readonly Word[]): string => words.map(({ form }) => form).join(' ');

/** Numbers, single letters and strings of letters nobody could say. */
const saysNothing = ({ form }: Word): boolean =>
  /^\d+$/.test(form) || form.length <= 1 || (form.length >= 4 && !VOWELS.test(form));

function kindOf(chances: ReadonlyMap<string, number>): NonAppealKind | undefined {
  if (1 - (chances.get(APPEAL) ?? 0) < LEAST_CHANCE) return undefined;
  return [...NON_APPEAL_KINDS].sort((a, b) => (chances.get(b) ?? 0) - (chances.get(a) ?? 0))[0];
}
