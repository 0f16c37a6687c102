/**
 * Whom the law gives benefits (Resolution 858, part 7), by the classifier's number, the likeliest to be chosen first.
 * `7.20` are the categories it does not name. Check the numbers against the resolution in force before the first report.
 */
export const AUTHOR_CATEGORIES = {
  combatant: '7.5',
  war_disability: '7.4',
  fallen_family: '7.20',
  displaced: '7.20',
  disability_1: '7.7',
  disability_2: '7.8',
  disability_3: '7.9',
  child_disability: '7.10',
  large_family: '7.13',
  single_parent: '7.11',
  chornobyl_victim: '7.14',
  chornobyl_liquidator: '7.15',
  labour_veteran: '7.6',
  war_participant: '7.1',
  child_of_war: '7.2',
  mother_heroine: '7.12',
  hero: '7.16',
} as const;
export type AuthorCategory = keyof typeof AUTHOR_CATEGORIES;

/** Resolution 858, part 8. */
export const SOCIAL_STATUSES = {
  pensioner: '8.1',
  worker: '8.2',
  farmer: '8.3',
  public_sector: '8.4',
  civil_servant: '8.5',
  military: '8.6',
  entrepreneur: '8.7',
  unemployed: '8.8',
  student: '8.9',
  clergy: '8.10',
  journalist: '8.12',
  other: '8.13',
} as const;
export type SocialStatus = keyof typeof SOCIAL_STATUSES;

/** What a person says of themselves. Confidential: for the order of the queue and the report only. */
export interface AuthorSaid {
  /** `none`: asked to leave it out. */
  readonly authorCategory?: AuthorCategory | 'none';
  readonly socialStatus?: SocialStatus | 'none';
}

/** What an appeal keeps of that from the day it was filed. */
export interface AuthorFacts {
  readonly authorCategory?: AuthorCategory;
  readonly socialStatus?: SocialStatus;
  /** Heard before others (art. 20); never `false`, so that queues can be sorted by it. */
  readonly isPreferred?: true;
}

/** Those with statutory benefits are heard first (art. 20); `none` and silence are the same. */
export function authorFacts({ authorCategory, socialStatus }: AuthorSaid): AuthorFacts {
  return {
    ...(authorCategory && authorCategory !== 'none' && { authorCategory, isPreferred: true }),
    ...(socialStatus && socialStatus !== 'none' && { socialStatus }),
  };
}
