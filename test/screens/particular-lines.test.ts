import { particularLines } from '../../screens/particular-lines';
import { anAppeal } from '../support/builders';
import { city, texts } from '../support/sample-city';

const linesOf = (category: string, particulars: Record<string, string>, language = 'uk') =>
  particularLines(texts.for(language), city, anAppeal({ category, particulars })).join('\n');

describe('what a citizen answered to the questions of a category', () => {
  it('is a day in words, an option by its name, and never a raw code', () => {
    const answered = { 'incident-day': '2026-11-07', 'police-told': 'yes' };
    expect(linesOf('theft', answered)).toMatch(/7 листопада.*\n.*102\? <b>Так/);
    expect(linesOf('theft', answered, 'en')).toMatch(/7 November.*\n.*<b>Yes/);
  });

  it('says that a photo is there, not which', () => {
    const lines = linesOf('heat-bill', { 'bill-photo': 'AQADAgAT' });
    expect(lines).toMatch('фото додано');
    expect(lines).not.toMatch('AQADAgAT');
  });

  it('leaves out what was skipped or is asked no more', () => {
    expect(linesOf('theft', { 'old-question': 'x' })).toBe('');
  });
});
