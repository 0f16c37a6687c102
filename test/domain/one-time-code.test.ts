import { oneTimeCode } from '../../domain/one-time-code';
import { minutes, NOW } from '../support/builders';

describe('a code that gives a post', () => {
  it('waits two days to be used', () => {
    const gives = { what: 'group', department: 'light', desk: 'main' } as const;
    expect(oneTimeCode('hash', 'telegram-50', gives, NOW)).toEqual({
      ...{ id: 'hash', by: 'telegram-50', gives, createdAt: NOW, expiresAt: minutes(2 * 24 * 60) },
    });
  });
});
