import type { IssuedPaper } from '../domain/paper';
import type { Markup } from '../messengers/messenger';
import { lines, paragraphs, type Texts } from './texts';

/** What became of a check: whatever is wrong with a code, the words are the same. */
export function checkText(t: Texts, found: IssuedPaper | 'no_such_paper' | 'too_often'): Markup {
  if (found === 'too_often') return t('check-too-often');
  if (found === 'no_such_paper') return paragraphs(t('check-wrong'), t('check-how'));
  const { kind, number, at, outcome, issuedAt } = found;
  return paragraphs(
    t('check-genuine'),
    lines(
      t(kind === 'appeal' ? 'check-appeal' : 'check-answer', { number, day: at }),
      outcome && t('check-outcome', { outcome: t.plain(`outcome-${outcome}`) }),
      t('check-issued', { day: issuedAt }),
    ),
  );
}
