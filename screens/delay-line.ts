import type { Appeal } from '../domain/appeal';
import { delayExplained } from '../domain/delay';
import { excerpt } from '../domain/masking';
import type { Markup } from '../messengers/messenger';
import type { Texts } from './texts';

/** Why it is late, if the office has said. */
export function delayLine(t: Texts, appeal: Appeal, shown = (words: string) => words): Markup | undefined {
  const explained = delayExplained(appeal);
  return explained && t('card-delay', { text: excerpt(shown(explained.facts.text ?? ''), 500) });
}
