import type { Appeal } from '../domain/appeal';
import type { Citizen } from '../domain/citizen';
import type { City } from '../domain/city';
import type { Classifier } from '../domain/classifier';
import type { Draft, Fields } from '../domain/draft';
import type { Instant } from '../domain/instant';
import type { Markup, SentFile } from '../messengers/messenger';
import type { TextArguments, Texts } from '../screens/texts';

/** What a step may receive: a chosen value, with the field of the question whose button was pressed, or something typed or sent. */
export type Input =
  | { readonly kind: 'choice'; readonly value: string; readonly field?: string }
  | { readonly kind: 'text'; readonly text: string; readonly messageId: string }
  | { readonly kind: 'file'; readonly file: SentFile; readonly caption?: string; readonly messageId: string }
  | { readonly kind: 'contact'; readonly phone: string; readonly isOwn: boolean }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'other' };

export interface Context {
  readonly draft: Draft;
  readonly city: City;
  readonly classifier: Classifier;
  readonly t: Texts;
  readonly now: Instant;
  readonly citizen: Citizen;
  /** The appeal the draft is about, where there is one. */
  readonly appeal?: Appeal;
  /** Open appeals about the same thing nearby, while the draft may still join one. */
  readonly nearby?: readonly Appeal[];
  /** The appeals that words out of the blue may be about. */
  readonly talks?: readonly Appeal[];
}

export interface StepChoice {
  readonly value: string;
  readonly label: string;
}

/** What a step made of an input: fields to keep (`undefined` forgets one) and where to go, or a refusal's key. */
export type Accepted =
  | { readonly set: Fields; readonly goTo?: string; readonly remark?: string; readonly args?: TextArguments }
  | { readonly refusal: string; readonly args?: TextArguments };

export interface Step {
  readonly field: string;
  readonly isNeeded?: (context: Context) => boolean;
  readonly ask: (context: Context) => Markup;
  readonly choices?: (context: Context) => readonly (readonly StepChoice[])[];
  readonly accept: (input: Input, context: Context) => Accepted;
  readonly request?: { readonly what: 'contact'; readonly labelKey: string };
  /** Other words people type for a choice: the key of a list of them, and the choice's value. */
  readonly typed?: Readonly<Record<string, string>>;
  /** May be left out; the field becomes `null`. */
  readonly maySkip?: boolean;
  /** The text for a button of the step whose choice is no more, where `past-button` says too little. */
  readonly past?: (context: Context) => string | undefined;
  /** Asked only by going to it, never as the next missing one. */
  readonly isAside?: boolean;
}

export interface Dialogue {
  readonly steps: (context: Context) => readonly Step[];
  /** The ways out; they can be typed at every step, buttons show those that make sense there. */
  readonly navigation: readonly ('later' | 'cancel')[];
  /** The step that shows everything once more: what is changed after it leads back to it. */
  readonly review?: string;
  /** Keeps what came at a step that has no use for it. */
  readonly keeps?: (input: Input, context: Context) => Accepted | undefined;
}
