/** Why a moderator looks first: what was decided about the author, how much they have open, what the words look like. */
export const SIFTINGS = ['slow', 'strikes', 'many_open', 'abuse', 'advert', 'nonsense'] as const;
export type Sifting = (typeof SIFTINGS)[number];

/** The city's measure: it puts a moderator first, and refuses nobody (art. 7). */
export interface SiftingRules {
  /** With so many strikes in force a moderator looks first. */
  readonly strikes: number;
  /** How long a strike is in force when the moderator does not say. */
  readonly strikeDays: number;
  /** With so many appeals open a moderator looks at the next one first. */
  readonly openAppeals: number;
  /** Above it a person is asked once to slow down; everything is kept. */
  readonly messagesAMinute: number;
}

/** The longest a strike or slow mode lasts, days. */
export const LONGEST_SIFTING_DAYS = 365;
