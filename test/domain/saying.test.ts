import { groundIn, hasWords, MAX_FILES, MAX_TEXT, whyNotSay } from '../../domain/saying';

describe('the office’s words to a citizen', () => {
  it.each([
    ['ні', undefined, 'two letters are a word'],
    ['1а', 'empty_text', 'one letter says nothing'],
    ['👍 12.3', 'empty_text', 'nor do signs and digits'],
    ['', 'empty_text', 'nor does nothing'],
    ['а'.repeat(MAX_TEXT), undefined, 'as long as it may be'],
    ['а'.repeat(MAX_TEXT + 1), 'text_too_long', 'a document could not hold it'],
  ] as const)('%s: %s, %s', (...[text, refusal]) => {
    expect(whyNotSay(text)).toBe(refusal);
  });

  it('come with ten files at most', () => {
    const files = (count: number) => whyNotSay('Готово', Array<number>(count).fill(0));
    expect([files(MAX_FILES), files(MAX_FILES + 1)]).toEqual([undefined, 'too_many_files']);
  });

  it('are words in any alphabet', () => {
    expect(['ok', 'її', 'a1', '—'].map(hasWords)).toEqual([true, true, false, false]);
  });
});

describe('the ground of a refusal (art. 15)', () => {
  it.each([
    [' Стаття 8 ', 'Стаття 8', 'without the spaces around it'],
    ['ст. 8', 'ст. 8', 'five signs are enough'],
    ['ст.8', undefined, 'four are not'],
    ['  ст.8  ', undefined, 'spaces do not count'],
    ['12345', undefined, 'nor do digits alone'],
    [undefined, undefined, 'nothing is none'],
    ['а'.repeat(2_000), 'а'.repeat(1_000), 'what fits on a paper'],
  ])('%s: %s, %s', (...[said, ground]) => {
    expect(groundIn(said)).toBe(ground);
  });
});
