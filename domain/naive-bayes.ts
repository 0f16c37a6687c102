import type { Features } from './features';
import type { Lesson } from './learner';

/** What a feature never met with a label counts for: little, so that rare words speak loudly. */
const UNSEEN = 0.01;
/** Features of one text say nearly the same many times over; this makes chances of their sum again. */
const SHARPNESS = 10;

interface Met {
  readonly label: number;
  share: number;
}

/** Learns from labelled texts to say how likely each label is: multinomial naive Bayes on shares of features. */
export class NaiveBayes {
  private readonly labels: readonly string[];
  /** What each label says to a feature it never met, per unit of share. */
  private readonly silence: Float64Array;
  private readonly gains: ReadonlyMap<string, readonly Met[]>;

  /** `even`: a label taught much and one taught little are taken as equals, so that neither wins by its size. */
  constructor(lessons: readonly Lesson[], sizes: 'as_taught' | 'even' = 'as_taught') {
    this.labels = [...new Set(lessons.map(({ label }) => label))];
    const numbers = new Map(this.labels.map((label, number) => [label, number]));
    const totals = new Float64Array(this.labels.length);
    const met = new Map<string, Met[]>();
    for (const { features, label } of lessons) {
      const number = numbers.get(label) ?? 0;
      for (const [name, share] of features) {
        totals[number] = (totals[number] ?? 0) + share;
        note(met, name, number, share);
      }
    }
    const mean = totals.reduce((sum, total) => sum + total, 0) / this.labels.length;
    const sizeOf = (label: number): number => (sizes === 'even' ? mean : (totals[label] ?? 0));
    for (const each of [...met.values()].flat()) {
      const share = (each.share * sizeOf(each.label)) / (totals[each.label] ?? 1);
      each.share = Math.log(1 + share / UNSEEN);
    }
    this.gains = met;
    this.silence = totals.map((_, label) => Math.log(UNSEEN / (sizeOf(label) + UNSEEN * met.size)));
  }

  /** How likely each label is; together they make 1. */
  judge(features: Features): ReadonlyMap<string, number> {
    const scores = new Float64Array(this.labels.length);
    let known = 0;
    for (const [name, share] of features) {
      const met = this.gains.get(name);
      if (!met) continue;
      known += share;
      for (const { label, share: gain } of met) scores[label] = (scores[label] ?? 0) + share * gain;
    }
    for (let label = 0; label < scores.length; label += 1)
      scores[label] = (scores[label] ?? 0) + known * (this.silence[label] ?? 0);
    return this.chances(scores);
  }

  private chances(scores: Float64Array): ReadonlyMap<string, number> {
    const highest = scores.reduce((best, score) => Math.max(best, score), -Infinity);
    const powers = scores.map((score) => Math.exp(SHARPNESS * (score - highest)));
    const sum = powers.reduce((total, power) => total + power, 0);
    return new Map(this.labels.map((label, number) => [label, (powers[number] ?? 0) / sum]));
  }
}

function note(met: Map<string, Met[]>, name: string, label: number, share: number): void {
  const known = met.get(name);
  if (!known) return void met.set(name, [{ label, share }]);
  const own = known.find((one) => one.label === label);
  if (own) own.share += share;
  else known.push({ label, share });
}
