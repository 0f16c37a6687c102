import { asLastWritten, breachesIn, type BreachEntry } from '../../domain/breach';

const entry = (id: string, words: Partial<BreachEntry> = {}): BreachEntry => ({
  ...{ id, at: new Date('2026-11-20T10:00:00Z'), by: 'telegram-1', happened: 'Загублено телефон' },
  ...words,
});
const first = entry('one', { people: '12', peopleTold: 'not_yet' });
const second = entry('two');
const told = entry('three', { firstId: 'one', happened: 'Телефон знайшли', peopleTold: '2026-11-24' });
const recounted = entry('four', { firstId: 'one', happened: 'Полічено', people: '14' });

describe('the log of breaches', () => {
  it('numbers breaches from the oldest on, each with what was added to it', () => {
    expect(breachesIn([first, second, told, recounted])).toEqual([
      { number: 1, first, additions: [told, recounted] },
      { number: 2, first: second, additions: [] },
    ]);
    expect(breachesIn([])).toEqual([]);
  });

  it('knows each thing as it was last written', () => {
    const [breach] = breachesIn([first, told, recounted]);
    expect(asLastWritten(breach!, 'people')).toBe('14');
    expect(asLastWritten(breach!, 'peopleTold')).toBe('2026-11-24');
    expect(asLastWritten(breach!, 'happened')).toBe('Полічено');
    expect(asLastWritten(breach!, 'measures')).toBeUndefined();
  });
});
