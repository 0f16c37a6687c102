import { dayFrom } from '../../domain/calendar';
import { readPeriod, spanOf } from '../../domain/period';

const TODAY = dayFrom('2026-11-20');
const read = (words: string) => {
  const period = readPeriod(words, TODAY);
  return period && `${period.from.toString()} ${period.to.toString()}`;
};

describe('a period', () => {
  it.each([
    ['', '2026-10-22 2026-11-20'],
    ['7', '2026-11-14 2026-11-20'],
    ['365', '2025-11-21 2026-11-20'],
    ['2026-02', '2026-02-01 2026-02-28'],
    ['02.2024', '2024-02-01 2024-02-29'],
    ['2025', '2025-01-01 2025-12-31'],
    ['вчора', '2026-11-19 2026-11-19'],
    ['01.11.2026 20.11.2026', '2026-11-01 2026-11-20'],
    ['01.11.2026 – 20.11.2026', '2026-11-01 2026-11-20'],
    ['2026-11-01 2026-11-20', '2026-11-01 2026-11-20'],
  ])('«%s» is %s', (words, period) => {
    expect(read(words)).toBe(period);
  });

  it.each([
    'колись',
    '0',
    '2026-13',
    '20.11.2026 01.11.2026',
    '01.01.2020 20.11.2026',
    '999',
    '1 2 3',
    '$gt',
  ])('«%s» is none', (words) => {
    expect(read(words)).toBeUndefined();
  });

  it('covers its days from midnight to midnight on the city’s clock', () => {
    const day = readPeriod('2026-10', TODAY)!;
    expect(spanOf(day, { timeZone: 'Europe/Kyiv' })).toEqual({
      from: new Date('2026-09-30T21:00:00Z'),
      until: new Date('2026-10-31T22:00:00Z'),
    });
  });
});
