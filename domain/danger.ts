import type { City } from './city';
import { Evidence } from './evidence';
import { featuresOf } from './features';
import { Learner, lessonOf } from './learner';
import type { Lesson } from './learner';

const DANGER = 'danger';
const CALM = 'calm';
/** How likely a danger must be, by whether a phrase of the pack names it. */
const LEAST_CHANCE = { withPhrase: 0.12, alone: 0.3 };

/** Builds what tells whether a text names a danger to life or health now. */
export function createDangerReader(city: City): (text: string) => boolean {
  const { dangerWords = [], dangerExamples = { dangerous: [], calm: [] } } = city;
  const phrases = new Evidence([{ name: DANGER, group: DANGER, words: dangerWords, examples: [] }], true);
  const hasPhrase = (text: string): boolean => phrases.weigh(text).has(DANGER);
  const dangerous = new Set(dangerExamples.dangerous);
  const ordinary = city.categories
    .flatMap(({ examples }) => examples)
    .filter((text) => !dangerous.has(text) && !hasPhrase(text));
  const learner = new Learner([
    ...ordinary.map((text) => lessonOf(text, CALM)),
    ...repeated(dangerExamples.calm, CALM, HEED.calm),
    ...repeated(dangerExamples.dangerous, DANGER, HEED.danger),
  ]);
  return (text) => {
    const said = text.replace(UNLIT, ' ');
    const chance = learner.judge(featuresOf(said)).get(DANGER) ?? 0;
    return chance >= (hasPhrase(said) ? LEAST_CHANCE.withPhrase : LEAST_CHANCE.alone);
  };
}

/** «Не горить»: a lamp that is out, which must not sound like a fire. */
const UNLIT = /(?<!\p{L})не\s+гор(?:ить|ять|ит|ят|іли|ели|ів|іло|ело)(?!\p{L})/giu;

/** How many times each example is studied: dangers are few among ordinary messages. */
const HEED = { danger: 3, calm: 2 };

const repeated = (texts: readonly string[], label: string, times: number): Lesson[] =>
  Array.from({ length: times }, () => texts.map((text) => lessonOf(text, label))).flat();
