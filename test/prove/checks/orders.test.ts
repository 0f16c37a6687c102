import { outcomesOf, toldOf, type Act, type Desk } from '../../../prove/checks/orders';

const writes = (text: string): Act => ({ does: 'writes', id: text, text });
const presses = (field: string, value: string): Act => ({ does: 'presses', field, value });
const BEGUN: Desk = [{ state: 'open', pieces: [{ id: 'a', text: 'a' }], files: [], chosen: {} }];
const told = (messages: Act[], pressed: Act[]) =>
  outcomesOf(BEGUN, { messages, presses: pressed }).map(toldOf).sort();

describe('what two queues at once may lead to', () => {
  it('is one thing when their order is all the same', () => {
    expect(told([{ does: 'shows', file: 'f' }], [presses('proposal', 'other')])).toEqual([
      'open|a|f|proposal other',
    ]);
  });

  it('is one thing for each place of a press among the messages', () => {
    expect(told([writes('b'), writes('c')], [presses('proposal', '!later')])).toEqual([
      'open|b|c + saved|a',
      'open|c + saved|a|b',
      'saved|a|b|c',
    ]);
  });

  it('never counts a button of an older question', () => {
    const category = ['proposal.other', 'category.g-x', 'category.lamps-schedule', 'category.new-lighting'];
    const pressed = category.map((button) => presses(...(button.split('.') as [string, string])));
    expect(told([], pressed)).toEqual(['open|a|proposal other|category lamps-schedule']);
  });

  it('lets a press count only before another appeal was begun', () => {
    expect(told([{ does: 'begins' }, writes('b')], [presses('proposal', 'other')])).toEqual([
      'open|b + saved|a',
      'open|b + saved|a|proposal other',
    ]);
  });

  it('corrects what was sent as what was not', () => {
    const asked = { proposal: 'other', category: 'jobs-army-other', filesDone: 'done' };
    const desk: Desk = [{ ...BEGUN[0]!, chosen: { ...asked, kind: 'application', consent: 'decline' } }];
    const messages: Act[] = [{ does: 'corrects', id: 'a', text: 'A' }, writes('b')];
    const ends = outcomesOf(desk, { messages, presses: [presses('send', 'send')] });
    expect(ends.map(toldOf).sort()).toEqual([
      'open|b + sent|A|category jobs-army-other',
      'sent|A|b|category jobs-army-other',
    ]);
  });
});
