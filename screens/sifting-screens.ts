import type { Appeal } from '../domain/appeal';
import type { Citizen } from '../domain/citizen';
import type { City } from '../domain/city';
import { excerpt, maskContacts } from '../domain/masking';
import { strikesInForce } from '../domain/sifting';
import type { Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

export type Told = 'strike' | 'slow' | 'pardon';

interface Decided {
  readonly kind: Told;
  readonly appeal: Pick<Appeal, 'id' | 'number'>;
  readonly citizen: Pick<Citizen, 'strikes' | 'slow'>;
  readonly reason: string;
  readonly now: Date;
}

/** To the citizen: what was decided about them, why, until when, what does not change, and how to object. */
export function siftedScreen(t: Texts, city: City, { kind, appeal, citizen, reason, now }: Decided): Screen {
  const { number } = appeal;
  const strikes = strikesInForce(citizen, now);
  const until = { strike: strikes.at(-1)?.until, slow: citizen.slow?.until, pardon: now }[kind] ?? now;
  const isSifted = kind === 'strike' && strikes.length >= city.sifting.strikes;
  const objecting = kind !== 'pardon';
  return {
    text: paragraphs(
      t(`told-${kind}`, { number, day: until }),
      t('quoted', { text: reason }),
      isSifted && t('told-enough-strikes', { count: strikes.length }),
      t('told-rights'),
      objecting && t('told-how-to-object'),
    ),
    choices: [
      ...(objecting ? [[button(t, 'choice-object', `obj.${appeal.id}`)]] : []),
      [button(t, 'choice-open-appeal', `a.${appeal.id}`)],
    ],
  };
}

/** On a new appeal's screen: why a moderator looks first. Nothing when it was not sifted. */
export const siftedLines = (t: Texts, { sifted = [], needsModerator }: Appeal): Markup | undefined =>
  needsModerator && sifted.length > 0 ? lines(...sifted.map((why) => t(`sifted-${why}`))) : undefined;

/** On the card, as long as a moderator has it: why it is there. */
export const siftedMarks = (t: Texts, { sifted = [], needsModerator }: Appeal): Markup[] =>
  needsModerator ? sifted.map((why) => t(`staff-sifted-${why}`)) : [];

/** To moderators: somebody objects. */
export const objectionAlert = (t: Texts, { id, number }: Appeal, text: string): Screen => ({
  text: paragraphs(
    t('objection', { number }),
    t('quoted', { text: excerpt(maskContacts(text), 2500) }),
    t('objection-how', { number }),
  ),
  choices: [[button(t, 'choice-open-appeal', `sc.${id}`)]],
});
