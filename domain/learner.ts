import { featuresOf } from './features';
import type { Features } from './features';

/** What a text shows, and the label it is known to have. */
export interface Lesson {
  readonly features: Features;
  readonly label: string;
}

export const lessonOf = (text: string, label: string): Lesson => ({ features: featuresOf(text), label });

interface Prepared {
  readonly indexes: Int32Array;
  readonly shares: Float64Array;
  readonly label: number;
}

export interface LearnerSettings {
  readonly rounds: number;
  readonly pace: number;
}

const SETTINGS: LearnerSettings = { rounds: 5, pace: 2 };
const SMALL_ERROR = 0.1;
const BIAS_PACE = 0.05;
/** Coprime with any number of lessons that matters: walks through them in a mixed but fixed order. */
const STRIDE = 7919;

/** Learns from labelled texts to say how likely each label is: multinomial logistic regression, always the same. */
export class Learner {
  private readonly labels: readonly string[];
  private readonly indexes = new Map<string, number>();
  private readonly weights: Float64Array;
  private readonly biases: Float64Array;

  constructor(
    lessons: readonly Lesson[],
    private readonly settings: LearnerSettings = SETTINGS,
  ) {
    this.labels = [...new Set(lessons.map(({ label }) => label))];
    const prepared = this.prepare(lessons);
    this.biases = new Float64Array(this.labels.length);
    this.weights = new Float64Array(this.indexes.size * this.labels.length);
    for (let round = 0; round < settings.rounds; round += 1) this.study(prepared, round);
  }

  /** How likely each label is; together they make 1. */
  judge(features: Features): ReadonlyMap<string, number> {
    const indexes: number[] = [];
    const shares: number[] = [];
    for (const [name, share] of features) {
      const index = this.indexes.get(name);
      if (index === undefined) continue;
      indexes.push(index);
      shares.push(share);
    }
    const chances = this.chances(indexes, shares);
    return new Map(this.labels.map((label, number) => [label, chances[number] ?? 0]));
  }

  private prepare(lessons: readonly Lesson[]): Prepared[] {
    const numbers = new Map(this.labels.map((label, number) => [label, number]));
    const prepared = new Map<Lesson, Prepared>();
    for (const lesson of lessons) {
      if (prepared.has(lesson)) continue;
      const { features, label } = lesson;
      prepared.set(lesson, {
        indexes: Int32Array.from(features.keys(), (name) => this.indexOf(name)),
        shares: Float64Array.from(features.values()),
        label: numbers.get(label) ?? 0,
      });
    }
    return lessons.flatMap((lesson) => prepared.get(lesson) ?? []);
  }

  private indexOf(name: string): number {
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    this.indexes.set(name, this.indexes.size);
    return this.indexes.size - 1;
  }

  private study(lessons: readonly Prepared[], round: number): void {
    const step = stepFor(lessons.length);
    let at = round % Math.max(lessons.length, 1);
    const pace = this.settings.pace / (1 + round * 0.3);
    for (let count = 0; count < lessons.length; count += 1) {
      const lesson = lessons[at];
      if (lesson) this.correct(lesson, pace);
      at = (at + step) % lessons.length;
    }
  }

  /** Moves the weights towards the label, by how far off the chances were. */
  private correct({ indexes, shares, label }: Prepared, pace: number): void {
    const errors = this.chances(indexes, shares);
    const missing = 1 - (errors[label] ?? 0);
    if (missing < SMALL_ERROR) return;
    for (let number = 0; number < errors.length; number += 1) {
      errors[number] = pace * ((number === label ? 1 : 0) - (errors[number] ?? 0));
      this.biases[number] = (this.biases[number] ?? 0) + BIAS_PACE * (errors[number] ?? 0);
    }
    for (let k = 0; k < indexes.length; k += 1) {
      const row = (indexes[k] ?? 0) * errors.length;
      const share = shares[k] ?? 0;
      for (let number = 0; number < errors.length; number += 1)
        this.weights[row + number] = (this.weights[row + number] ?? 0) + (errors[number] ?? 0) * share;
    }
  }

  private chances(indexes: ArrayLike<number>, shares: ArrayLike<number>): Float64Array {
    const scores = new Float64Array(this.biases);
    for (let k = 0; k < indexes.length; k += 1) {
      const row = (indexes[k] ?? 0) * scores.length;
      const share = shares[k] ?? 0;
      for (let number = 0; number < scores.length; number += 1)
        scores[number] = (scores[number] ?? 0) + share * (this.weights[row + number] ?? 0);
    }
    return softmax(scores);
  }
}

const stepFor = (count: number): number =>
  count > 0 && STRIDE % count !== 0 && count % STRIDE !== 0 ? STRIDE : 1;

function softmax(scores: Float64Array): Float64Array {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let number = 0; number < scores.length; number += 1) {
    const power = Math.exp((scores[number] ?? 0) - highest);
    scores[number] = power;
    sum += power;
  }
  for (let number = 0; number < scores.length; number += 1) scores[number] = (scores[number] ?? 0) / sum;
  return scores;
}
