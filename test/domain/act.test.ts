import { EVENT_TYPES } from '../../domain/appeal';
import { actMark, actNamed } from '../../domain/act';

describe('the name of an act', () => {
  it.each([
    ['extend', 'appeal.extended'],
    ['/closebyhand', 'appeal.closed_by_hand'],
    ['answered', 'appeal.answered'],
    ['person.invited', 'person.invited'],
    ['find', 'person.searched'],
  ])('«%s» is %s', (word, what) => {
    expect(actNamed(word)).toBe(what);
  });

  it('is read back from a button', () => {
    const all = [...EVENT_TYPES, 'person.searched', 'group.code_made', 'cases.handed_over'];
    expect(all.map((what) => actNamed(actMark(what)))).toEqual(all);
  });

  it.each(['дракон', '$where', 'x', ''])('«%s» is none', (word) => {
    expect(actNamed(word)).toBeUndefined();
  });
});
