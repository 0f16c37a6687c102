import type { City } from '../domain/city';
import type { Forgetting } from '../domain/citizen';
import type { Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { paragraphs, type Texts } from './texts';

interface Facts {
  /** How many appeals of theirs run on. */
  readonly running: number;
  readonly isColleague: boolean;
}

const aside = (t: Texts, { running, isColleague }: Facts) =>
  paragraphs(running > 0 && t('forget-running', { count: running }), isColleague && t('forget-colleague'));

/** What is erased and what is kept, and why. */
export const forgetScreen = (t: Texts, city: City, facts: Facts): Screen => ({
  text: paragraphs(
    t('forget-what'),
    t('forget-kept', { count: city.retention.appealYears }),
    aside(t, facts),
    t('forget-grace'),
  ),
  choices: [[button(t, 'choice-forget-on', 'forget.sure')], [button(t, 'nav-back', 'me')]],
});

/** The second question, so that nobody is forgotten by one tap. */
export const forgetSureScreen = (t: Texts, dueAt: Date): Screen => ({
  text: t('forget-sure', { day: dueAt }),
  choices: [[button(t, 'choice-forget-yes', 'forget.yes')], [button(t, 'choice-forget-no', 'me')]],
});

/** It is asked for: until when it may be taken back. */
export const forgettingScreen = (t: Texts, { dueAt, isUnderWay }: Forgetting, facts: Facts): Screen =>
  isUnderWay
    ? { text: t('forget-under-way') }
    : {
        text: paragraphs(t('forget-asked', { day: dueAt }), aside(t, facts), t('forget-meanwhile')),
        choices: [
          [button(t, 'choice-forget-back', 'forget.no')],
          [button(t, 'choice-my-data', 'mydata'), button(t, 'menu-start', 'start')],
        ],
      };
