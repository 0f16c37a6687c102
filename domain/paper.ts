import type { Outcome } from './outcome';
import type { Instant } from './instant';

/** What is printed: facts in two columns, then words. Plain text, already in the reader's language. */
export interface Paper {
  /** Who issues it: the city. */
  readonly from: string;
  readonly title: string;
  readonly facts: readonly PaperFact[];
  readonly parts: readonly { readonly heading: string; readonly text: string }[];
  /** At the foot of each page. */
  readonly foot: string;
}

export interface PaperFact {
  readonly label: string;
  readonly value: string;
}

/** How a printed paper is checked: words, the code in fours and a link that leads to the answer. */
export interface PaperCheck {
  readonly words: string;
  readonly code: string;
  readonly link: string;
}

/** All that a check tells about a paper, and all that is kept of it: nothing personal. */
export interface IssuedPaper {
  readonly kind: 'appeal' | 'answer';
  readonly number: string;
  /** The day it speaks of: of registration, or of the answer. */
  readonly at: Instant;
  /** Only of an answer. */
  readonly outcome?: Outcome;
  readonly issuedAt: Instant;
}

/** Which paper of an appeal: the appeal itself, or the answer of this ordinal. */
export type PaperName = 'appeal' | `answer-${number}`;

/** The answer a paper's name means; 0 for the appeal itself. */
export const ordinalIn = (name: string): number => Number(/^answer-(\d+)$/.exec(name)?.[1] ?? 0);
