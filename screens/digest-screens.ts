import { findDepartment, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { DIGEST_PARTS, type Digest } from '../domain/digest';
import type { OpenAppeal, SectionFigures } from '../domain/queue';
import type { Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

const NUMBERS_SHOWN = 12;

function numbersOf(t: Texts, appeals: readonly OpenAppeal[]): Markup {
  const numbers = appeals.slice(0, NUMBERS_SHOWN).map(({ number }) => number);
  const more = appeals.length - numbers.length;
  return t(more > 0 ? 'digest-numbers-more' : 'digest-numbers', { numbers: numbers.join(', '), more });
}

/** The morning's digest of a group or an official: how many and which numbers, no words of anybody. */
export const digestScreen = (t: Texts, digest: Digest, isOwn: boolean): Screen => ({
  text: paragraphs(
    t(isOwn ? 'digest-own' : 'digest'),
    ...DIGEST_PARTS.filter((part) => digest[part].length > 0).map((part) =>
      lines(t(`digest-${part}`, { count: digest[part].length }), numbersOf(t, digest[part])),
    ),
  ),
  choices: [[button(t, 'overview-queue', 'queue')]],
});

export interface LateOfDepartment {
  readonly department: string;
  /** Names of its heads; none when nobody holds the post. */
  readonly heads: readonly string[];
  readonly late: readonly OpenAppeal[];
}

/** To a controller: what is late, by the head who answers for it. */
export const lateByHeadScreen = (t: Texts, city: City, late: readonly LateOfDepartment[]): Screen => ({
  text: paragraphs(
    t('digest-late-by-head', { count: late.reduce((sum, one) => sum + one.late.length, 0) }),
    ...late.map((one) => {
      const found = findDepartment(city, one.department);
      const department = found ? nameIn(found.names, t.language) : one.department;
      const facts = { department, heads: one.heads.join(', '), count: one.late.length };
      return lines(
        t(one.heads.length > 0 ? 'digest-of-head' : 'digest-of-nobody', facts),
        numbersOf(t, one.late),
      );
    }),
  ),
  choices: [[button(t, 'choice-late-ones', 'queue.late')]],
});

/** To a moderator, once when it begins. */
export const queueAlertScreen = (
  t: Texts,
  watched: string,
  { count, since }: Pick<SectionFigures, 'count' | 'since'>,
): Screen => ({
  text: t(`queue-alert-${watched}`, { count, since }),
  choices: [[button(t, 'choice-one-by-one', 'qn.untaken'), button(t, 'overview-queue', 'queue')]],
});
