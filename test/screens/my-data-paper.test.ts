import type { PersonalData } from '../../domain/personal-data';
import { myDataPaper } from '../../screens/my-data-paper';
import { minutes, NOW } from '../support/builders';
import { city, texts } from '../support/sample-city';

const t = texts.for('uk');
const nothing = { citizens: [], drafts: [], appeals: [], people: [], codes: [], apiTokens: [], accountMoves: [], quarantine: [], notices: [] }; // prettier-ignore
const partOf = (part: string, audit: PersonalData['audit']) =>
  myDataPaper(t, city, { ...nothing, audit }, NOW).parts.find(
    ({ heading }) => heading === t.plain(`my-part-${part}`),
  )?.text;

const act = (by: string, index: number) => ({
  ...{ at: minutes(index), by, what: 'contact.shown' },
  facts: { reason: `№${index}.` },
});

describe('what a person reads of the record of acts', () => {
  it('keeps what was done about them apart from what they did', () => {
    const audit = [act('moderator', 1), act('me', 2)];
    expect(partOf('audit', audit)).toMatch(/Модератор[^]*№1\./i);
    expect(partOf('audit', audit)).not.toContain('№2.');
    expect(partOf('own', audit)).toMatch(/ви[^]*показано контакт[^]*№2\./);
    expect(partOf('own', [act('moderator', 1)])).toBeUndefined();
  });

  it('has the last 200 of what they did, and all of what was done about them', () => {
    const read = (part: string, by: string) => {
      const all = Array.from({ length: 250 }, (_, index) => act(by, index));
      return partOf(part, all)?.match(/№\d+\./g);
    };
    expect(read('own', 'me')).toEqual(Array.from({ length: 200 }, (_, index) => `№${index + 50}.`));
    expect(read('audit', 'moderator')).toHaveLength(250);
  });
});
