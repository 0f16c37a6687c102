import { appealNumber, register, type Registration } from '../../domain/register';
import { findCategory } from '../../domain/city';
import { aPhoto, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';

const category = findCategory(city, 'street-lamp')!;
const registration = (overrides: Partial<Registration> = {}): Registration => ({
  id: 'draft-1',
  number: '2026-000001',
  kind: 'complaint',
  pieces: [{ messageId: '1', text: 'Не горить ліхтар' }],
  category,
  particulars: { pole: '15' },
  attachments: [aPhoto('dark')],
  language: 'uk',
  isVerified: true,
  isUncertain: false,
  isUrgent: false,
  sifted: [],
  terms: { dueAt: days(5), legalDueAt: days(15) },
  ...overrides,
});
const registered = (overrides: Partial<Registration> = {}) =>
  register(registration(overrides), { id: 'command-1', by: 'telegram-1' }, NOW);

describe('a new appeal', () => {
  it('is submitted by its author, with the category’s department and complexity', () => {
    const expected = {
      status: 'submitted',
      citizenId: 'telegram-1',
      department: 'light',
      complexity: 'simple',
    };
    expect(registered()).toMatchObject({ ...expected, category: 'street-lamp', registeredAt: NOW });
  });

  it('keeps everything the citizen gave', () => {
    const { id, number, kind, pieces, particulars, attachments } = registration();
    const place = { kind: 'address', label: 'вул. Миру, 18' } as const;
    const given = { id, number, kind, pieces, particulars, attachments, place };
    expect(registered({ place })).toMatchObject(given);
  });

  it('carries both terms, a message only the promised one', () => {
    expect(registered()).toMatchObject({ dueAt: days(5), legalDueAt: days(15) });
    expect(registered({ kind: 'message', terms: { dueAt: days(5) } })).not.toHaveProperty('legalDueAt');
  });

  it('begins its history with one event, that of the command', () => {
    const event = { id: 'command-1', type: 'appeal.submitted', at: NOW, by: 'telegram-1', facts: {} };
    expect(registered()).toMatchObject({ rev: 1, events: [event], answers: [], reworkCount: 0 });
  });

  it.each<[string, Partial<Registration>, boolean]>([
    ['of a verified person', {}, false],
    ['of an unverified person', { isVerified: false }, true],
    ['of an uncertain category', { isUncertain: true }, true],
  ])('%s: passes the moderators first? %#', (_, overrides, needsModerator) => {
    expect(registered(overrides)).toMatchObject({ needsModerator, status: 'submitted', dueAt: days(5) });
  });
});

describe('an appeal’s number', () => {
  it.each([
    [2026, 1, '2026-000001'],
    [2026, 4217, '2026-004217'],
    [2027, 999_999, '2027-999999'],
    [2027, 1_000_000, '2027-1000000'],
  ])('of the year %i, the %i-th, is %s', (year, ordinal, number) => {
    expect(appealNumber(year, ordinal)).toBe(number);
  });
});

describe('a sifted appeal', () => {
  it('passes a moderator first on the same term, and a danger to life does not wait for it', () => {
    const at = (overrides: Partial<Registration>) =>
      register(registration({ sifted: ['strikes'], ...overrides }), { id: 'c-1', by: 'telegram-1' }, NOW);
    expect(at({})).toMatchObject({
      ...{ status: 'submitted', needsModerator: true, sifted: ['strikes'] },
      ...{ dueAt: days(5), legalDueAt: days(15) },
    });
    expect(at({ isUrgent: true })).toMatchObject({ needsModerator: false, sifted: ['strikes'] });
  });
});
