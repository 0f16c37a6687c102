import { Temporal } from '@js-temporal/polyfill';
import { readExtension } from '../../bot/read-extension';

const day = (text: string) => Temporal.PlainDate.from(text);
const read = (words: string) => {
  const found = readExtension(words, day('2026-11-20'), day('2026-12-07'));
  return found && [found.day.toString(), found.reason];
};

describe('what a moderator types to extend a term', () => {
  it.each<[string, string, string]>([
    ['10 чекаємо на деталь', '2026-12-17', 'чекаємо на деталь'],
    ['+3 чекаємо', '2026-12-10', 'чекаємо'],
    ['10 днів чекаємо на деталь', '2026-12-17', 'чекаємо на деталь'],
    ['1 day a part is on its way', '2026-12-08', 'a part is on its way'],
    ['14.12 чекаємо', '2026-12-14', 'чекаємо'],
    ['14.12.2026 чекаємо', '2026-12-14', 'чекаємо'],
    ['2026-12-14 чекаємо', '2026-12-14', 'чекаємо'],
    ['14 грудня чекаємо', '2026-12-14', 'чекаємо'],
    ['до 14 грудня чекаємо на 2 деталі', '2026-12-14', 'чекаємо на 2 деталі'],
    ['14 грудня 2026 р. чекаємо', '2026-12-14', 'чекаємо'],
    ['14 December waiting', '2026-12-14', 'waiting'],
    ['10 12 будинків без світла', '2026-12-17', '12 будинків без світла'],
  ])('«%s» is %s, because «%s»', (words, until, reason) => {
    expect(read(words)).toEqual([until, reason]);
  });

  it.each([
    '10',
    '10 днів',
    '14.12',
    '14 грудня',
    'чекаємо',
    '99.99 чекаємо',
    '-5 чекаємо',
    '1000 чекаємо',
    '',
  ])('«%s» says too little', (words) => {
    expect(read(words)).toBeUndefined();
  });
});
