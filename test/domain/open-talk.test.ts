import { STATUSES, type Appeal } from '../../domain/appeal';
import { talkedAbout, roadOf, type Road } from '../../domain/open-talk';
import { anAppeal, anEvent, days, onward } from '../support/builders';

describe('words out of the blue', () => {
  it('may be about what waits for the citizen first, then what the office has, never about what is over', () => {
    const talked = talkedAbout(STATUSES.map((status) => anAppeal({ status }))).map(({ status }) => status);
    expect(talked).toEqual(['needs_details', 'returned', 'answered', 'submitted', 'in_progress', 'rework']);
  });
});

describe('later words about an appeal', () => {
  const confirmed = anEvent('event-3', { type: 'appeal.confirmed', facts: { ordinal: 1 } });
  const closed = onward(anAppeal({ status: 'answered' }), confirmed, { status: 'closed' });
  const WINDOW = { reworkWindowDays: 30 };

  it.each<[string, Appeal, Road]>([
    ['are part of an open one', anAppeal({ status: 'needs_details' }), 'detail'],
    ['complete a returned one', anAppeal({ status: 'returned' }), 'detail'],
    ['are about an answer', anAppeal({ status: 'answered' }), 'rework'],
    ['are about the answer of a closed one', closed, 'rework'],
    ['ask about help of a forwarded one', anAppeal({ status: 'forwarded' }), 'help'],
    ['begin a new one after a withdrawn one', anAppeal({ status: 'withdrawn' }), 'new'],
    ['begin a new one after what is not considered', anAppeal({ status: 'not_considered' }), 'new'],
  ])('%s', (_, appeal, road) => expect(roadOf(appeal, WINDOW, days(1))).toBe(road));

  it('begin a new one once the window is over', () => {
    expect(roadOf(closed, WINDOW, days(31))).toBe('new');
  });
});
