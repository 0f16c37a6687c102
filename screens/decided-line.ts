import type { Appeal, AppealEvent } from '../domain/appeal';
import { isClosedByHand, type Standing } from '../domain/closing';
import { decisionInForce } from '../domain/decision-in-force';
import { excerpt } from '../domain/masking';
import type { Markup } from '../messengers/messenger';
import type { Texts } from './texts';

/** `extended` of `appeal.extended`. */
export const nameOf = ({ type }: AppealEvent): string => type.slice('appeal.'.length);

/** The word for where it stands: what a controller closed is not called solved. */
export const standing = (appeal: Standing): string =>
  isClosedByHand(appeal) ? 'closed_by_hand' : appeal.status;

/** On a card: the decision that holds now, with its words as `shown` lets them be read. */
export function decidedLine(t: Texts, appeal: Appeal, shown = (words: string) => words): Markup | undefined {
  const event = decisionInForce(appeal);
  return event && t(`card-decided-${nameOf(event)}`, { text: excerpt(shown(event.facts.text ?? ''), 500) });
}
