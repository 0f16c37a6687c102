import type { City } from './city';
import { Evidence } from './evidence';
import { featuresOf } from './features';
import { Learner, lessonOf } from './learner';
import type { Lesson } from './learner';
import type { Lessons } from './lessons';
import { NaiveBayes } from './naive-bayes';

const DANGER = 'danger';
const CALM = 'calm';
/** How likely a danger must be, by whether a phrase of the pack names it. */
const LEAST_CHANCE = { withPhrase: 0.15, alone: 0.35 };
/** Without a phrase the second opinion must agree. */
const LEAST_AGREEMENT = 0.5;

/** Builds what tells whether a text names a danger to life or health now. */
export function createDangerReader(city: City, { examples }: Lessons): (text: string) => boolean {
  const { dangerWords = [], dangerExamples = { dangerous: [], calm: [] } } = city;
  const phrases = new Evidence([{ name: DANGER, group: DANGER, words: dangerWords, examples: [] }], true);
  const dangerous = dangerExamples.dangerous.map((text) => lessonOf(text, DANGER));
  const calm = dangerExamples.calm.map((text) => lessonOf(text, CALM));
  const ordinary = ordinaryLessons(city, examples);
  const learner = new Learner([
    ...ordinary,
    ...repeated(calm, HEED.calm),
    ...repeated(dangerous, HEED.danger),
  ]);
  const adviser = new NaiveBayes([...ordinary, ...calm, ...dangerous]);
  return (text) => {
    const said = text.replace(UNLIT, ' ');
    const features = featuresOf(said);
    const chance = learner.judge(features).get(DANGER) ?? 0;
    if (chance < LEAST_CHANCE.withPhrase) return false;
    if (phrases.weigh(said).has(DANGER)) return true;
    return chance >= LEAST_CHANCE.alone && (adviser.judge(features).get(DANGER) ?? 0) > LEAST_AGREEMENT;
  };
}

/** Messages about what is no emergency. */
function ordinaryLessons({ categories }: City, examples: readonly Lesson[]): Lesson[] {
  const urgent = new Set(
    categories.filter(({ complexity }) => complexity === 'emergency').map(({ code }) => code),
  );
  return examples
    .filter(({ label }) => !urgent.has(label))
    .map(({ features }) => ({ features, label: CALM }));
}

/** «Не горить»: a lamp that is out, which must not sound like a fire. */
const UNLIT = /(?<!\p{L})не\s+гор(?:ить|ять|ит|ят|іли|ели|ів|іло|ело)(?!\p{L})/giu;

/** How many times each example is studied: dangers are few among ordinary messages. */
const HEED = { danger: 3, calm: 2 };

const repeated = (lessons: readonly Lesson[], times: number): Lesson[] =>
  Array.from({ length: times }, () => lessons).flat();
