import { dialogueToken, parseToken } from '../../bot/tokens';

describe('a button’s token', () => {
  it.each([
    ['new', 'new', []],
    ['a.AbCdEfGh12345678', 'a', ['AbCdEfGh12345678']],
    ['ok.AbCdEfGh12345678.2', 'ok', ['AbCdEfGh12345678', '2']],
    ['d.AbCdEfGh12345678.place.!back', 'd', ['AbCdEfGh12345678', 'place', '!back']],
    ['d.AbCdEfGh12345678.q-since.since', 'd', ['AbCdEfGh12345678', 'q-since', 'since']],
  ])('%s is read', (token, verb, subjects) => {
    expect(parseToken(token)).toEqual({ verb, subjects });
  });

  it.each([
    '',
    '.',
    'A.b',
    '1.a',
    'a..b',
    'a.',
    'a.б',
    'a b',
    'a.b c',
    'a.b\n',
    `a.${'x'.repeat(63)}`,
    '{"a":1}',
    'a.$gt',
  ])('%j is none of ours', (token) => {
    expect(parseToken(token)).toBeUndefined();
  });

  it('of a dialogue is read back as it was made', () => {
    const token = dialogueToken('AbCdEfGh12345678', 'category', 'g-trade-advertising');
    expect(parseToken(token)).toEqual({
      verb: 'd',
      subjects: ['AbCdEfGh12345678', 'category', 'g-trade-advertising'],
    });
  });
});
