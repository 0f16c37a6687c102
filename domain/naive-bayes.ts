import type { Counts } from './counts';
import type { Features } from './features';

/** What a feature never met with a label counts for: little, so that rare words speak loudly. */
const UNSEEN = 0.01;
/** Features of one text say nearly the same many times over; this makes chances of their sum again. */
const SHARPNESS = 10;

/** Says from what was counted how likely each label is: multinomial naive Bayes on shares of features. */
export class NaiveBayes {
  /** What each label says to a feature it never met, per unit of share. */
  private readonly silence: readonly number[];
  /** How much more a feature says for each unit met with a label. */
  private readonly scales: readonly number[];

  /** `even`: a label taught much and one taught little are taken as equals, so that neither wins by its size. */
  constructor(
    private readonly counts: Counts,
    sizes: 'as_taught' | 'even' = 'as_taught',
  ) {
    const { totals, met } = counts;
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    const sized = totals.map((total) => (sizes === 'even' ? mean : total));
    this.scales = totals.map((total, label) => (sized[label] ?? 0) / (total || 1) / UNSEEN);
    this.silence = sized.map((size) => Math.log(UNSEEN / (size + UNSEEN * met.size)));
  }

  /** How likely each label is; together they make 1. */
  judge(features: Features): ReadonlyMap<string, number> {
    const scores = new Float64Array(this.silence.length);
    let known = 0;
    for (const [name, share] of features) {
      const met = this.counts.met.get(name);
      if (!met) continue;
      known += share;
      for (const { label, share: often } of met)
        scores[label] = (scores[label] ?? 0) + share * Math.log(1 + often * (this.scales[label] ?? 0));
    }
    for (let label = 0; label < scores.length; label += 1)
      scores[label] = (scores[label] ?? 0) + known * (this.silence[label] ?? 0);
    return this.chances(scores);
  }

  private chances(scores: Float64Array): ReadonlyMap<string, number> {
    const highest = scores.reduce((best, score) => Math.max(best, score), -Infinity);
    const powers = scores.map((score) => Math.exp(SHARPNESS * (score - highest)));
    const sum = powers.reduce((total, power) => total + power, 0);
    return new Map(this.counts.labels.map((label, number) => [label, (powers[number] ?? 0) / sum]));
  }
}
