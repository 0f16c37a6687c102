import type { City } from '../../domain/city';
import { DIMENSIONS, entryOf, numberOf, Tally, type Entry } from '../../domain/report';
import { anAppeal, anEvent, days, NOW } from '../support/builders';

/** Whatever is filed today, the city’s folder names it no more. */
const city = { categories: [] } as unknown as City;
const entry = (overrides: Parameters<typeof anAppeal>[0] = {}): Entry =>
  entryOf(anAppeal(overrides), city, NOW);
const extended = anEvent('event-2', { type: 'appeal.extended' });
const confirmed = anEvent('event-3', { type: 'appeal.confirmed' });

describe('a line of the report', () => {
  it('has the number, the days and the term, and not a word of the appeal or its author', () => {
    const line = entry({ legalDueAt: days(30), reworkCount: 2, hidesName: true, coAuthors: ['Мельник'] });
    expect(line).toMatchObject({
      ...{ number: '2026-000001', registeredAt: NOW, legalDueAt: days(30), reworkCount: 2 },
      ...{ timeliness: 'running', isExtended: false, isConfirmed: false },
    });
    expect(JSON.stringify(line)).not.toMatch(/Мельник|ліхтар|telegram/);
    expect(entry()).not.toHaveProperty('legalDueAt');
  });

  it('says whether the term was prolonged and whether the citizen agreed', () => {
    const events = [anEvent('event-1'), extended, confirmed];
    expect(entry({ status: 'closed', events })).toMatchObject({ isExtended: true, isConfirmed: true });
    expect(entry({ status: 'closed', events: [extended] })).toMatchObject({ isConfirmed: false });
    expect(entry({ status: 'rework', events })).toMatchObject({ isConfirmed: false });
    const byHand = anEvent('event-4', { type: 'appeal.closed_by_hand' });
    expect(entry({ status: 'closed', events: [...events, byHand] })).toMatchObject({ isConfirmed: false });
    expect(entry({ status: 'closed', events: [confirmed] })).toMatchObject({ isExtended: false });
  });
});

describe('the number of a value', () => {
  it.each([
    ['kind', 'complaint', '3.3', 'part 3 of the classifier'],
    ['repetition', 'repeat', '2.2', 'part 2'],
    ['authorship', 'collective', '5.2', 'part 5'],
    ['authorCategory', 'combatant', '7.5', 'part 7'],
    ['socialStatus', 'pensioner', '8.1', 'part 8'],
    ['result', 'satisfied', '9.1', 'part 9'],
    ['form', 'messenger', '', 'part 1 has none for messengers'],
    ['heading', '12.3', '12.3', 'headings are numbers already'],
    ['heading', 'none', '', 'the city has it no more'],
    ['socialStatus', 'none', '', 'they did not say'],
    ['timeliness', 'late', '', 'not in the classifier'],
  ] as const)('%s %s: «%s», %s', (...[dimension, value, number]) => {
    expect(numberOf(dimension, value)).toBe(number);
  });
});

describe('the totals', () => {
  const tally = new Tally();
  const events = [extended, confirmed];
  for (const one of [
    entry({ status: 'closed', events, outcome: 'done' }),
    entry({ reworkCount: 1, kind: 'complaint' }),
    entry({ kind: 'complaint' }),
    entry({ kind: 'proposal' }),
  ])
    tally.add(one);

  it('count what was prolonged, sent back and agreed to', () => {
    const { total, extended: prolonged, reworked, confirmed: agreed } = tally;
    expect({ total, prolonged, reworked, agreed }).toEqual({
      total: 4,
      prolonged: 1,
      reworked: 1,
      agreed: 1,
    });
  });

  it('name the most frequent first, the rest by the alphabet', () => {
    expect(tally.of('kind')).toEqual([
      { value: 'complaint', count: 2 },
      { value: 'application', count: 1 },
      { value: 'proposal', count: 1 },
    ]);
    expect(tally.of('result')).toEqual([
      { value: 'pending', count: 3 },
      { value: 'satisfied', count: 1 },
    ]);
  });

  it('make up the whole in every part', () => {
    const sums = DIMENSIONS.map((dimension) =>
      tally.of(dimension).reduce((sum, { count }) => sum + count, 0),
    );
    expect(sums).toEqual(DIMENSIONS.map(() => 4));
    expect(new Tally().of('kind')).toEqual([]);
  });
});
