import type { Appeal } from './appeal';
import type { Citizen, Strike } from './citizen';
import type { NonAppealKind } from './city';
import { accept, refuse, type Command, type Decision } from './decision';
import { after, DAY_MS, type Instant } from './instant';
import { SIFTINGS, type Sifting, type SiftingRules } from './sifting-rules';

type Author = Pick<Citizen, 'strikes' | 'slow'>;

export const strikesInForce = ({ strikes = [] }: Author, now: Instant): readonly Strike[] =>
  strikes.filter(({ until }) => until > now);

const LABELS: Partial<Record<NonAppealKind, Sifting>> = {
  abuse: 'abuse',
  advert: 'advert',
  noise: 'nonsense',
};

/** Why a new appeal of this author passes a moderator first; empty for almost everybody. `open`: how many they have. */
export function siftingsFor(
  author: Author,
  { open, looksLike }: { open: number; looksLike?: NonAppealKind },
  rules: SiftingRules,
  now: Instant,
): readonly Sifting[] {
  const label = looksLike && LABELS[looksLike];
  const isSo: Readonly<Record<Sifting, boolean>> = {
    slow: author.slow !== undefined && author.slow.until > now,
    strikes: strikesInForce(author, now).length >= rules.strikes,
    many_open: open >= rules.openAppeals,
    abuse: label === 'abuse',
    advert: label === 'advert',
    nonsense: label === 'nonsense',
  };
  return SIFTINGS.filter((sifting) => isSo[sifting]);
}

export interface Restriction {
  readonly number: string;
  readonly reason: string;
  readonly days: number;
}

const restriction = ({ number, reason, days }: Restriction, { id, by }: Command, at: Instant): Strike => ({
  ...{ id, by, number, reason, at },
  until: after(at, days * DAY_MS),
});

/** One strike more, in force for `days`; the same command strikes once. Strikes that are over are forgotten. */
export function strike(citizen: Citizen, given: Restriction, command: Command, now: Instant): Citizen {
  const inForce = strikesInForce(citizen, now);
  if (inForce.some(({ id }) => id === command.id)) return citizen;
  return { ...citizen, strikes: [...inForce, restriction(given, command, now)] };
}

/** For `days` their new appeals pass a moderator first. */
export const slowDown = (citizen: Citizen, given: Restriction, command: Command, now: Instant): Citizen =>
  citizen.slow?.id === command.id ? citizen : { ...citizen, slow: restriction(given, command, now) };

/** Everything decided about the author is taken back. */
export function pardon(citizen: Citizen): Citizen {
  const { strikes: _strikes, slow: _slow, ...rest } = citizen;
  return rest;
}

/** The citizen objects to what was decided about them: it stands in the history. Refuses with `empty_text`. */
export function object(appeal: Appeal, command: Command & { text: string }, now: Instant): Decision {
  if (!command.text.trim()) return refuse('empty_text');
  return accept(appeal, command, { type: 'appeal.objected', at: now, facts: { text: command.text } });
}
