import { EVENT_TYPES } from '../../domain/appeal';
import { actMark, actNamed } from '../../domain/act';

describe('the name of an act', () => {
  /** What a controller types after having seen it done, and what stands in the record then. */
  it.each([
    ['assign', 'appeal.assigned', 'it was given to somebody'],
    ['recategorise', 'appeal.recategorised', 'it was filed elsewhere'],
    ['extend', 'appeal.extended', 'it got more time'],
    ['forward', 'appeal.forwarded', 'it went to another body'],
    ['return', 'appeal.returned', 'its author got it back as incomplete'],
    ['notconsidered', 'appeal.not_considered', 'it is left without consideration'],
    ['merge', 'appeal.linked', 'it was put behind another'],
    ['separate', 'appeal.separated', 'it was taken from behind another'],
    ['label', 'appeal.labelled', 'it got a mark'],
    ['hide', 'appeal.files_hidden', 'its photos were hidden'],
    ['closebyhand', 'appeal.closed_by_hand', 'a controller closed it'],
    ['reply', 'appeal.answered', 'its author got an answer'],
    ['invite', 'person.invited', 'somebody got a role'],
    ['bind', 'group.bound', 'a chat became a department’s'],
    ['find', 'person.searched', 'somebody looked for a person'],
    ['export', 'record.exported', 'a list left the house'],
  ])('«/%s» is %s: %s', (command, what) => {
    expect([command, `/${command}`, command.toUpperCase()].map(actNamed)).toEqual([what, what, what]);
  });

  it.each([
    ['answered', 'appeal.answered'],
    ['appeal.answered', 'appeal.answered'],
    ['appeal_closed_by_hand', 'appeal.closed_by_hand'],
    ['closed_by_hand', 'appeal.closed_by_hand'],
    ['person.invited', 'person.invited'],
    ['group_code_made', 'group.code_made'],
  ])('«%s» is %s', (word, what) => {
    expect(actNamed(word)).toBe(what);
  });

  it('is read back from a button', () => {
    const all = [...EVENT_TYPES, 'person.searched', 'group.code_made', 'cases.handed_over'];
    expect(all.map((what) => actNamed(actMark(what)))).toEqual(all);
  });

  it.each(['дракон', '$where', 'x', '', 'person.', '1person.invited', 'person.invited!', 'ex/tend'])(
    '«%s» is none',
    (word) => {
      expect(actNamed(word)).toBeUndefined();
    },
  );
});
