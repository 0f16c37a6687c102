import { matchMarked, matchTyped, wordMark } from '../../bot/match-typed';

const choices = [{ label: '✅ Надіслати' }, { label: 'Під’їзд 5' }, { label: 'Не моє, змінити' }];

describe('a typed choice', () => {
  it.each([
    ['Надіслати', 0],
    ['  НАДІСЛАТИ! ', 0],
    ["під'їзд 5", 1],
    ['підʼїзд 5.', 1],
    ['не моє змінити', 2],
    ['1', 0],
    ['3', 2],
    ['2.', 1],
  ])('«%s» means the one it names', (text, index) => {
    expect(matchTyped(choices, text)).toBe(choices[index]);
  });

  it.each(['', ' ', '?!', '0', '4', '99', '123', '1.5 метра', 'надіслати завтра', 'Надіс'])(
    '«%s» means none',
    (text) => {
      expect(matchTyped(choices, text)).toBeUndefined();
    },
  );

  it('is found among marks by the same words and numbers', () => {
    const marked = choices.map(({ label }, index) => ({ token: `t${index}`, word: wordMark(label) }));
    const texts = ['надіслати', "Під'їзд 5", ' 3 ', '4', '0', 'інше'];
    expect(texts.map((text) => matchMarked(marked, text))).toEqual([
      't0',
      't1',
      't2',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('leaves a mark nobody can read the words from', () => {
    expect(wordMark('✅ Надіслати')).toBe(wordMark('надіслати'));
    expect(wordMark('Надіслати')).not.toBe(wordMark('Скасувати'));
    expect(wordMark('Надіслати')).toMatch(/^[\da-z]{1,7}$/);
  });
});
