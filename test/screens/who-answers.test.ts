import { answerText, whoAnswers } from '../../screens/citizen-screens';
import { delayNotice } from '../../screens/late-screens';
import { detailsAskedNotice, reworkAlert, takenNotice } from '../../screens/notice-screens';
import { anAnswer, anAppeal, anEvent } from '../support/builders';
import { city, texts } from '../support/sample-city';

const t = texts.for('uk');
const complaint = anAppeal({ status: 'rework', reworkCount: 3, isAboutOfficials: true });
const event = anEvent('event-3', { facts: { text: 'чому' } });
const department = whoAnswers(city, anAppeal(), t);

describe('the author of a complaint about officials', () => {
  it.each([
    ['it is taken', takenNotice(t, city, complaint).text],
    ['details are asked', detailsAskedNotice(t, city, complaint, event).text],
    ['it is late', delayNotice(t, city, complaint, event).text],
    ['there is an answer', answerText(t, city, complaint, anAnswer())],
  ])('hears of a controller, not of the department, when %s', (_when, text) => {
    expect(text).toContain('контролер міста');
    expect(text).not.toContain(department);
  });

  it('is not said to be known to those who may not see it', () => {
    expect(reworkAlert(t, city, complaint, event).text).not.toMatch(/керівник|заступник/);
    expect(reworkAlert(t, city, anAppeal({ status: 'rework', reworkCount: 3 }), event).text).toMatch(/керівник[^]*заступник/); // prettier-ignore
  });
});
