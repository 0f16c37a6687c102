import type { City } from './city';
import { Counts } from './counts';
import { Evidence } from './evidence';
import type { Features } from './features';
import { Learner } from './learner';
import type { Lesson } from './learner';
import { NaiveBayes } from './naive-bayes';
import type { Lessons } from './lessons';
import { createSignReader, signFeature } from './signs';

const DANGER = 'danger';
const CALM = 'calm';
/** How sure the opinions together must be, and how much the second one and a phrase of the pack count; in log odds. */
const LEAST_SURE = 2.5;
const COUNTS = { adviser: 0.2, phrase: 2 };

/** Signs of the pack that what a phrase names may be long over. */
const OVER = ['past', 'done', 'thanks'].map(signFeature);

/** Builds what tells whether a text names a danger to life or health now. */
export function createDangerReader(city: City, { examples }: Lessons): (text: string) => boolean {
  const { dangerWords = [], dangerSigns = {}, dangerExamples = { dangerous: [], calm: [] } } = city;
  const words = dangerWords.map((phrase) => withSignsSpelt(phrase, dangerSigns));
  const phrases = new Evidence([{ name: DANGER, group: DANGER, words, examples: [] }], true);
  const read = createSignReader(dangerSigns);
  const written = city.categories.flatMap((category) => category.examples);
  const known = new Map(written.map((text, index) => [text, examples[index]?.features]));
  const lessons = (texts: readonly string[], label: string): Lesson[] =>
    texts.map((text) => {
      const said = withoutUnlit(text);
      return { features: read(said, known.get(said)), label };
    });
  const dangerous = lessons(dangerExamples.dangerous, DANGER);
  const calm = lessons(dangerExamples.calm, CALM);
  const ordinary = lessons(ordinaryTexts(city), CALM);
  const learner = new Learner([
    ...ordinary,
    ...repeated(calm, HEED.calm),
    ...repeated(dangerous, HEED.danger),
  ]);
  const adviser = new NaiveBayes(new Counts(ordinary).add(calm).add(dangerous));
  return (text) => {
    const said = withoutUnlit(text);
    const features = read(said);
    const sure = oddsOf(learner, features) + COUNTS.adviser * oddsOf(adviser, features);
    if (sure > LEAST_SURE) return true;
    if (sure + COUNTS.phrase <= LEAST_SURE || OVER.some((sign) => features.has(sign))) return false;
    return phrases.weigh(said).has(DANGER);
  };
}

/** A phrase of the pack with each «@sign» turned into any of its words. */
const withSignsSpelt = (phrase: string, signs: Readonly<Record<string, string>>): string =>
  phrase.replace(/@([a-z-]+)/g, (_, name: string) => (signs[name] ?? '').split(/\s+/).join('/'));

/** No opinion is surer than a million to one. */
const CERTAINTY = 1e-6;

/** The log odds that a text names a danger. */
function oddsOf(opinion: Pick<Learner, 'judge'>, features: Features): number {
  const chance = opinion.judge(features).get(DANGER) ?? 0;
  return Math.log(Math.max(chance, CERTAINTY) / Math.max(1 - chance, CERTAINTY));
}

/** Messages about what is no emergency. */
const ordinaryTexts = ({ categories }: City): string[] =>
  categories.filter(({ complexity }) => complexity !== 'emergency').flatMap(({ examples }) => examples);

/** «Не горить»: a lamp that is out, which must not sound like a fire. */
const UNLIT = /(?<!\p{L})не\s+гор(?:ить|ять|ит|ят|іли|ели|ів|іло|ело)(?!\p{L})/giu;
const withoutUnlit = (text: string): string => text.replace(UNLIT, ' ');

/** How many times each example is studied: dangers are few among ordinary messages. */
const HEED = { danger: 3, calm: 2 };

const repeated = (lessons: readonly Lesson[], times: number): Lesson[] =>
  Array.from({ length: times }, () => lessons).flat();
