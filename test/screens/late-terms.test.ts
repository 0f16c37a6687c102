import { joiningNotice } from '../../screens/joining-notice';
import { recategorisedScreen, termChangedNotice } from '../../screens/recategorise-screens';
import { anAppeal, anEvent, days, NOW } from '../support/builders';
import { city, texts } from '../support/sample-city';

const t = texts.for('uk');
const moved = anEvent('moved', { type: 'appeal.recategorised', facts: { day: '2026-11-23' } });
const separated = anEvent('alone', { type: 'appeal.separated' });
const appeal = anAppeal({ dueAt: days(3), events: [anEvent('event-1'), moved, separated] });
const onDay = (now: Date): Record<string, string | undefined> => ({
  'the moderator': recategorisedScreen(t, city, appeal, { isSeen: true, now }).text,
  'the citizen': termChangedNotice(t, city, appeal, { event: moved, now })?.text,
  'the citizen of a complaint about officials': termChangedNotice(
    t,
    city,
    { ...appeal, isAboutOfficials: true },
    { event: moved, now },
  )?.text,
  'the citizen whose appeal is alone again': joiningNotice(t, city, appeal, { event: separated, now })?.text,
});

describe('the term of an appeal whose subject or company changed', () => {
  it.each(Object.keys(onDay(NOW)))('%s reads the day ahead', (who) => {
    expect(onDay(NOW)[who]).toMatch(/[Вв]ідповідь (буде )?до \S*23 листопада/);
  });

  it.each(Object.keys(onDay(NOW)))('%s reads no promise of a day that is past', (who) => {
    expect(onDay(days(10))[who]).toMatch(/(мала бути|був) до \S*23 листопада/);
    expect(onDay(days(10))[who]).not.toMatch(/[Вв]ідповідь (буде )?до/);
  });
});
