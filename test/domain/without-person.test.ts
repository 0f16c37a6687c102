import { runsOn } from '../../domain/forgetting';
import { maskPeople, withoutPerson } from '../../domain/without-person';
import { anAppeal, anEvent, days, NOW } from '../support/builders';

const CITY = { reworkWindowDays: 30 };
const mask = maskPeople([
  { name: 'Коваль Олена Петрівна', residence: 'Миру, 18, кв. 5' },
  { name: 'О’Ніл Лев' },
]);

describe('words about a forgotten person', () => {
  it.each([
    ['Я, Коваль Олена, прошу', 'Я, ••• •••, прошу'],
    ['передайте коваль олені петрівні', 'передайте ••• ••• •••'],
    ['Мешкаю вул. Миру 18, кв 5', 'Мешкаю вул. •••, •••'],
    ['Миру, 18 кв. 5', '••• •••'],
    ["сусід O’Ніл і О'Ніла бачив Лева", 'сусід O’Ніл і ••• бачив •••'],
    ['тел. 067 111 22 33', 'тел. •••'],
    ['Не горить ліхтар на Садовій, 18', 'Не горить ліхтар на Садовій, 18'],
    ['левкої на клумбі', '••• на клумбі'],
  ])('%s', (said, kept) => expect(mask(said)).toBe(kept));
});

describe('a kept appeal', () => {
  it('is made coarse where it is a point on the map, and keeps what is about things', () => {
    const place = { kind: 'location', label: 'точка', latitude: 50.45012, longitude: 30.52345 } as const;
    const events = [anEvent('e', { type: 'appeal.recategorised', by: 'telegram-50', facts: { before: 'lev', category: 'x' } })]; // prettier-ignore
    const author = { name: 'Lev Lev' };
    const decided = withoutPerson(anAppeal({ place, events }), { id: 'c', by: 'telegram-1', author }, NOW);
    expect(decided).toMatchObject({
      ok: true,
      appeal: { place: { latitude: 50.45, longitude: 30.523 }, events: [{ facts: { before: 'lev' } }, { by: 'forgotten-draft-1' }] }, // prettier-ignore
    });
  });
});

describe('an appeal', () => {
  it.each([
    ['submitted', 400, true],
    ['in_progress', 400, true],
    ['rework', 400, true],
    ['answered', 29, true],
    ['answered', 31, false],
    ['closed', 29, true],
    ['closed', 31, false],
    ['forwarded', 31, false],
    ['not_considered', 1, true],
    ['withdrawn', 0, false],
  ] as const)('that is %s since %i days runs on: %s', (status, since, runs) => {
    expect(runsOn(anAppeal({ status }), CITY, days(since))).toBe(runs);
  });
});
