import { lastAnswer, type Appeal } from '../domain/appeal';
import { excerpt, maskContacts } from '../domain/masking';
import type { Markup } from '../messengers/messenger';
import type { Texts } from './texts';

/** On a staff card: what was mended since it was written, and the last thing colleagues should know. */
export function cardMarks(t: Texts, appeal: Appeal): (Markup | undefined)[] {
  const amended = appeal.events.findLast(({ type }) => type === 'appeal.amended');
  const noted = appeal.events.findLast(({ type }) => type === 'appeal.noted');
  const correctedAt = lastAnswer(appeal)?.correctedAt;
  return [
    amended && t('card-amended', { at: amended.at }),
    correctedAt && t('card-corrected', { at: correctedAt }),
    noted && t('card-noted', { text: excerpt(maskContacts(noted.facts.text ?? ''), 300) }),
  ];
}
