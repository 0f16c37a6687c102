import type { Servers } from './servers';

export type Figures = Readonly<Record<string, number>>;

/** What a proof has to work with: servers it may hurt, chance that repeats, a place for what must be ended. */
export interface Stage {
  readonly seed: number;
  /** 0..1, the same row of numbers for the same seed. */
  readonly chance: () => number;
  /** Likewise a row of its own for each part: what is done side by side draws from none together. */
  readonly chanceOf: (part: string) => () => number;
  readonly servers: Servers;
  /** Leaves most of the machine to others. */
  readonly isPatient: boolean;
  readonly say: (line: string) => void;
  /** Done when the proof is over, the last one first. */
  readonly atEnd: (ending: () => Promise<unknown>) => void;
}

/** `misses` says, one sentence each, where the promise was not kept. */
export interface Verdict {
  readonly reached: string;
  readonly misses: readonly string[];
}

/**
 * A promise of docs/guarantees and how it is shown. `play` does the harm and hands over the evidence; `check` counts
 * in it without the product's code; a plant falsifies the evidence the way a broken product would.
 */
export interface Promised<F extends Figures, E> {
  readonly id: string;
  readonly says: string;
  readonly figures: { readonly full: F; readonly short: F };
  readonly wanted: (figures: F) => string;
  readonly play: (stage: Stage, figures: F) => Promise<E>;
  readonly check: (evidence: E, figures: F) => Verdict | Promise<Verdict>;
  readonly plants: Readonly<Record<string, (evidence: E, figures: F) => unknown>>;
}

/** A promise whose evidence is nobody's business but its own. */
export type AnyPromise = Promised<Figures, unknown>;

export const promised = <F extends Figures, E>(promise: Promised<F, E>): AnyPromise =>
  promise as unknown as AnyPromise;
