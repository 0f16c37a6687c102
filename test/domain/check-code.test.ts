import { CHECK_ALPHABET, CHECK_LENGTH, readCheckCode, shownCheckCode } from '../../domain/check-code';

const CODE = '0123456789ABCDEFGHJKMNPQRSTV';

describe('a check code', () => {
  it('holds at least 128 bits', () => {
    expect(CHECK_LENGTH * Math.log2(CHECK_ALPHABET.length)).toBeGreaterThanOrEqual(128);
    expect(new Set(CHECK_ALPHABET).size).toBe(CHECK_ALPHABET.length);
  });

  it('is printed in fours and read back', () => {
    expect(shownCheckCode(CODE)).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV');
    expect(readCheckCode(shownCheckCode(CODE))).toBe(CODE);
  });

  it.each([
    ['in small letters with spaces', ' 0123 4567 89ab cdef ghjk mnpq rstv '],
    ['with letters that look like numbers', 'Ol23-4567-89AB-CDEF-GHJK-MNPQ-RSTV'],
    ['with Cyrillic letters that look alike', '0123-4567-89АВ-СDЕF-GНJК-МNPQ-RSТV'],
    ['with long dashes', '0123–4567–89AB–CDEF–GHJK–MNPQ–RSTV'],
  ])('is read %s', (_how, typed) => {
    expect(readCheckCode(typed)).toBe(CODE);
  });

  it.each(['', CODE.slice(1), `${CODE}0`, 'U'.repeat(28), '$where'.repeat(9), 'Ж'.repeat(100_000)])(
    'is nothing else: %#',
    (typed) => expect(readCheckCode(typed)).toBeUndefined(),
  );
});
