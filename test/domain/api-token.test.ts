import { apiToken, isInForce } from '../../domain/api-token';
import { days, NOW } from '../support/builders';

describe('a key of the staff API', () => {
  it('opens for ninety days', () => {
    const token = apiToken({ ownerId: 'telegram-7', hash: 'h', issuedBy: 'telegram-50' }, NOW);
    expect(token).toMatchObject({ ownerId: 'telegram-7', hash: 'h', issuedBy: 'telegram-50', issuedAt: NOW });
    expect([days(89), days(90)].map((at) => isInForce(token, at))).toEqual([true, false]);
  });
});
