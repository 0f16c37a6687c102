import type { Lesson } from './learner';

/** How much of a feature was met with a label, by the label's number. */
export interface Met {
  readonly label: number;
  share: number;
}

/** How much of each feature was met with each label: what naive Bayes learns from, told on without reading texts again. */
export class Counts {
  readonly labels: string[] = [];
  readonly totals: number[] = [];
  readonly met = new Map<string, Met[]>();
  private readonly numbers = new Map<string, number>();

  constructor(lessons: readonly Lesson[] = []) {
    this.add(lessons);
  }

  /** Counts more lessons, quickest when those of one label follow each other; gives itself. */
  add(lessons: readonly Lesson[]): this {
    for (const { features, label } of lessons) {
      const number = this.numberOf(label);
      for (const [name, share] of features) this.note(name, number, share);
    }
    return this;
  }

  /** The same counts under other labels: those that get one label are added up. */
  relabelled(labelOf: (label: string) => string): Counts {
    const counts = new Counts();
    const numbers = this.labels.map((label) => counts.numberOf(labelOf(label)));
    for (const [name, met] of this.met)
      for (const { label, share } of met) counts.note(name, numbers[label] ?? 0, share);
    return counts;
  }

  private numberOf(label: string): number {
    const known = this.numbers.get(label);
    if (known !== undefined) return known;
    this.numbers.set(label, this.labels.length);
    this.totals.push(0);
    return this.labels.push(label) - 1;
  }

  private note(name: string, label: number, share: number): void {
    this.totals[label] = (this.totals[label] ?? 0) + share;
    const met = this.met.get(name);
    if (!met) return void this.met.set(name, [{ label, share }]);
    const known = met.findLast((one) => one.label === label);
    if (known) known.share += share;
    else met.push({ label, share });
  }
}
