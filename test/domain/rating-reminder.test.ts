import type { Appeal } from '../../domain/appeal';
import { ratingReminder } from '../../domain/rating-reminder';
import { anAnswer, anAppeal, days } from '../support/builders';
import { city } from '../support/sample-city';

const answered = anAppeal({ status: 'answered' });
const planned = anAppeal({
  status: 'answered',
  outcome: 'planned',
  answers: [anAnswer({ outcome: 'planned', plannedOn: '2027-01-20' })],
});
const none = { day: undefined, nextAt: undefined };
/** The first moment of the promised day and so many days on. */
const sincePlanned = (count: number) => new Date(Date.parse('2027-01-19T22:00:00Z') + count * 86_400_000);

describe('a reminder to judge an answer', () => {
  it.each<[string, Appeal, Date, object]>([
    ['has a day to come', answered, days(0.9), { day: undefined, nextAt: days(1) }],
    ['is due from its moment on', answered, days(1), { day: 1, nextAt: days(3) }],
    ['is due until the next one', answered, days(2.9), { day: 1, nextAt: days(3) }],
    ['is one after a long pause', answered, days(5), { day: 3, nextAt: days(7) }],
    ['has no next after the last', answered, days(7), { day: 7, nextAt: undefined }],
    ['is due while it is known whether it came', answered, days(371), { day: 7, nextAt: undefined }],
    ['is not due once more after that', answered, days(372), none],
    ['waits for the promised day', planned, days(30), { day: undefined, nextAt: sincePlanned(1) }],
    ['counts from the promised day', planned, sincePlanned(1), { day: 1, nextAt: sincePlanned(3) }],
    ['ends after the promised day too', planned, sincePlanned(7), { day: 7, nextAt: undefined }],
    ['is none once it was judged', anAppeal({ status: 'closed' }), days(1), none],
    ['is none of what is worked on anew', anAppeal({ status: 'rework' }), days(1), none],
  ])('%s', (_what, appeal, now, due) => {
    expect(ratingReminder(appeal, city, now)).toEqual(due);
  });
});
