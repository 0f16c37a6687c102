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

describe('a month in English', () => {
  const MONTHS =
    'January February March April May June July August September October November December'.split(' ');
  it.each(MONTHS.map((name, index) => [name, index + 1] as const))('knows %s', (name, month) => {
    const day = `2027-${String(month).padStart(2, '0')}-05`;
    expect([read(`5 ${name} 2027`), read(`5 ${name.slice(0, 3)}. 2027`)]).toEqual([day, day]);
  });
});

describe('a day so long ago', () => {
  const back = (text: string) => readPastDay(text, today)?.toString();
  const NUMBERS = 'один два три чотири п’ять шість сім вісім дев’ять десять'.split(' ');
  const IN_ENGLISH = 'one two three four five six seven eight nine ten'.split(' ');

  it.each(NUMBERS.map((word, index) => [word, IN_ENGLISH[index]!, index + 1] as const))(
    'is counted in words: %s, %s',
    (word, english, count) => {
      const day = today.subtract({ days: count }).toString();
      expect([`${word} днів тому`, `${english} days ago`, `${count} днів тому`].map(back)).toEqual([
        ...[day, day, day],
      ]);
    },
  );

  it.each([
    [['день тому', 'одну дня тому', 'a day ago'], '2026-11-19'],
    [['дві тижні тому', '2 тижнів тому', 'two weeks ago', '2 week ago'], '2026-11-06'],
    [['місяць тому', 'a month ago', '1 місяці тому'], '2026-10-20'],
    [['3 роки тому', '3 років тому', '3 years ago', 'три рік тому'], '2023-11-20'],
    [['сьогодні', 'Сегодня', ' today '], '2026-11-20'],
    [['вчора', 'учора', 'вчера', 'yesterday'], '2026-11-19'],
    [['позавчора', 'позавчера'], '2026-11-18'],
    [["п'ять днів тому", 'пʼять днів тому'], '2026-11-15'],
  ])('%j', (texts, day) => {
    expect(texts.map(back)).toEqual(texts.map(() => day));
  });

  it.each([
    ...['0 днів тому', 'багато днів тому', 'десь тому', 'днів', '1000 днів тому', '5x днів тому'],
    ...[
      'післявчора',
      'вчора ввечері',
      'не вчора',
      'не сьогодні',
      'todays',
      'ще позавчора',
      'позавчора вранці',
    ],
    ...['два дні тому або три', 'нежитловий день5 тому', 'понеділковийдень тому', 'двадцять днів тому'],
    ...['someyears ago', 'yearsome ago', 'місяцівка тому', 'тижневий тому', 'надва дні тому'],
  ])('«%s» is none', (text) => {
    expect(back(text)).toBeUndefined();
  });
});

describe('what stands around a day', () => {
  it.each(['від 2026-12-07', '2026-12-07 або пізніше', '№ 7 грудня', 'x7.12', '7.12x'])(
    '«%s» is none',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it('may be spaces', () => {
    expect([' 2026-12-07 ', '\n7.12. 2026', '7 . 12'].map(read)).toEqual(Array(3).fill('2026-12-07'));
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
