import { Temporal } from '@js-temporal/polyfill';
import { readDay, readPastDay } from '../../domain/read-day';

const today = Temporal.PlainDate.from('2026-11-20');
const read = (text: string) => readDay(text, today)?.toString();

describe('a day as people write it', () => {
  it.each([
    ['07.12', '2026-12-07'],
    ['7.12.2026', '2026-12-07'],
    ['07/12/2026', '2026-12-07'],
    ['7-12', '2026-12-07'],
    ['2026-12-07', '2026-12-07'],
    ['7 грудня', '2026-12-07'],
    ['  7 Грудня 2026 року ', '2026-12-07'],
    ['7 грудня 2026 р.', '2026-12-07'],
    ['7 December', '2026-12-07'],
    ['7 dec. 2026', '2026-12-07'],
    ['20.11', '2026-11-20'],
    ['19.11', '2027-11-19'],
    ['1 січня', '2027-01-01'],
    ['29.02.2028', '2028-02-29'],
    ['1.01.2020', '2020-01-01'],
  ])('«%s» is %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it.each([
    ...['січня', 'лютого', 'березня', 'квітня', 'травня', 'червня'].map((name, index) => [name, index + 1]),
    ...['липня', 'серпня', 'вересня', 'жовтня', 'листопада', 'грудня'].map((name, index) => [
      name,
      index + 7,
    ]),
  ])('knows %s', (name, month) => {
    expect(read(`5 ${name} 2027`)).toBe(`2027-${String(month).padStart(2, '0')}-05`);
  });

  it.each([
    '',
    'скоро',
    '7',
    '31.02.2027',
    '29.02.2027',
    '32.12',
    '7.13',
    '7 місяця',
    '0.12',
    '12.2026',
    '7.12.26 і далі',
  ])('«%s» names no day', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('finds the next leap day when no year is said', () => {
    expect(read('29.02')).toBe('2028-02-29');
  });
});

describe('a day that has been', () => {
  const readPast = (text: string) => readPastDay(text, today)?.toString();

  it.each([
    ['сьогодні', '2026-11-20'],
    ['Вчора', '2026-11-19'],
    ['учора ', '2026-11-19'],
    ['позавчера', '2026-11-18'],
    ['20.11', '2026-11-20'],
    ['21.11', '2025-11-21'],
    ['7 грудня', '2025-12-07'],
    ['29 лютого', '2024-02-29'],
    ['7.11.2026', '2026-11-07'],
    ['Тиждень тому', '2026-11-13'],
    ['3 дні тому', '2026-11-17'],
    ['два  місяці тому', '2026-09-20'],
    ['п’ять років тому', '2021-11-20'],
    ['a week ago', '2026-11-13'],
    ['12 days ago', '2026-11-08'],
  ])('«%s» is %s', (text, day) => {
    expect(readPast(text)).toBe(day);
  });

  it.each([
    'завтра',
    'минулого тижня',
    'давно тому',
    'сто днів тому',
    '0 днів тому',
    '21.11.2026',
    '31.02',
    '',
  ])('«%s» names none', (text) => {
    expect(readPast(text)).toBeUndefined();
  });
});
