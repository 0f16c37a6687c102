import type { Appeal } from '../../domain/appeal';
import { OUTCOMES, type Outcome } from '../../domain/outcome';
import { cardScreen } from '../../screens/citizen-screens';
import { starsScreen } from '../../screens/rating-screens';
import { decidedNotice } from '../../screens/decided-screens';
import { helpQuestion, plannedDayNotice } from '../../screens/follow-up-screens';
import { answeredNotice, rateReminder } from '../../screens/notice-screens';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { anAnswer, anAppeal, anEvent, NOW, onward } from '../support/builders';
import { city, texts } from '../support/sample-city';

const particulars = { ground: 'Не на балансі міста', plannedOn: '2026-12-07' };
const ended = (outcome: Outcome, changes: Partial<Appeal> = {}) =>
  anAppeal({
    ...{ status: 'answered', outcome, answers: [anAnswer({ outcome, text: 'Слова.', ...particulars })] },
    ...changes,
  });
const event = ended('done').events.at(-1)!;
const THANKS = /дяку|вдячн|спасибі|thank|grateful/i;
const DONE = /роботу виконано|роботи виконано|виконано частково|work is done|part of the work is done/i;

/** All a citizen reads about an end before they have said a word about it. */
const toldOf = (language: string, outcome: Outcome): string[] => {
  const t = texts.for(language);
  const appeal = ended(outcome);
  const planned = plannedDayNotice(t, city, appeal, event);
  return [
    answeredNotice(t, city, appeal, event).text,
    rateReminder(t, city, appeal).text,
    cardScreen(t, city, appeal, NOW).text,
    ...(planned ? [planned.text] : []),
  ];
};

describe.each(['uk', 'en'])('what the citizen is told of an end, in %s', (language) => {
  const t = texts.for(language);

  it.each(OUTCOMES)('never thanks for a fix before they agree: %s', (outcome) => {
    expect(toldOf(language, outcome).filter((text) => THANKS.test(text))).toEqual([]);
  });

  it.each(OUTCOMES)('says that work is done only where the office says so: %s', (outcome) => {
    const says = toldOf(language, outcome).some((text) => DONE.test(text));
    expect(says).toBe(outcome === 'done' || outcome === 'partly_done');
  });

  it('asks about a plan on its day, not at once', () => {
    const asks = (outcome: Outcome) =>
      answeredNotice(t, city, ended(outcome), event).text.includes(t('ask-verdict'));
    expect(OUTCOMES.filter((outcome) => !asks(outcome))).toEqual(['planned']);
  });

  it('names the superior body, the court and both terms in every refusal', () => {
    const appeal = anAppeal({ status: 'not_considered', events: [anEvent('left', { type: 'appeal.not_considered' })] }); // prettier-ignore
    const refusals = [...toldOf(language, 'refused').filter((text) => text.includes('Слова.')), decidedNotice(t, city, appeal, appeal.events[0]!)!.text]; // prettier-ignore
    expect(refusals).toHaveLength(3);
    for (const text of refusals) {
      expect(text).toContain(city.superiorBody[language]);
      expect(text).toMatch(language === 'uk' ? /суд[^]*місяць[^]*року/ : /court[^]*month[^]*year/);
    }
  });

  it('does not thank for what went elsewhere, nor call it solved', () => {
    const passed = anEvent('passed', { type: 'appeal.forwarded', facts: { text: 'Служба доріг' } });
    const appeal = onward(anAppeal(), passed, { status: 'forwarded' });
    const told = [decidedNotice(t, city, appeal, passed), helpQuestion(t, city, appeal, passed), cardScreen(t, city, appeal, NOW)]; // prettier-ignore
    for (const screen of told) expect(screen?.text).not.toMatch(/вирішено|solved|дяку|thank/i);
  });

  it('thanks for their word once they agree, and for nothing else', () => {
    const closed = ended('planned', { status: 'closed' });
    expect(starsScreen(t, closed).text).not.toMatch(
      /за (роботу|вирішення|допомогу)|for (the work|solving|fixing)/i,
    );
  });
});

describe('the texts that thank', () => {
  it('are those that answer a person’s own word', () => {
    const folder = join(__dirname, '..', '..', 'locales', 'uk');
    const all = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'));
    const keys = all.flatMap((line) => (THANKS.test(line) ? [line.split(' = ')[0]!] : []));
    expect(
      keys.filter((key) => /^(answered|decided|notice|planned|help|card|status|event)-/.test(key)),
    ).toEqual([]);
  });
});
