import { actsFor, type RawAct } from '../../domain/personal-acts';
import { NOW } from '../support/builders';

const ME = 'telegram-1';
const reader = {
  personId: ME,
  accounts: new Set([ME, 'telegram-3']),
  appealIds: new Set(['mine']),
  postOf: (id: string) => `post of ${id}`,
};
const act = (what: string, overrides: Partial<RawAct> = {}): RawAct => ({
  ...{ _id: 'a', at: NOW, by: 'telegram-50', what },
  ...overrides,
});
const given = (one: RawAct) => actsFor(reader, [one])[0];

describe('the record of acts, as a person is given it', () => {
  it.each([
    ['person.post_given', ME, { role: 'official', department: 'light' }],
    ['person.post_taken', ME, { role: 'official', department: 'light' }],
    ['token.issued', ME, {}],
    ['hidden.viewed', 'mine', { file: '2' }],
    ['contact.shown', 'mine', { reason: 'Огляд', channel: 'http' }],
    ['citizen.struck', 'mine', { reason: 'Лайка', days: '30' }],
  ])('tells %s by the post of whoever did it', (what, about, facts) => {
    expect(given(act(what, { about, facts }))).toEqual({
      ...{ _id: 'a', at: NOW, what, about, facts },
      by: 'post of telegram-50',
    });
  });

  it.each([
    ['person.hired', 'office-aaa', { role: 'official' }, { role: 'official' }],
    ['contact.shown', 'another', { reason: 'Подзвонити Коваль' }, {}],
    ['person.searched', undefined, { by: 'phone', found: 'telegram-8 telegram-9' }, {}],
    ['cases.handed_over', 'telegram-7', { to: 'telegram-8', count: '3' }, { count: '3' }],
    ['account.confirmed', 'telegram-7', { from: 'telegram-7', to: 'telegram-8', reason: 'Це Коваль' }, {}],
    [
      'record.exported',
      undefined,
      { what: 'acts', from: '2026-11-01', to: '2026-11-20' },
      { what: 'acts', from: '2026-11-01', to: '2026-11-20' },
    ],
    ['group.bound', '-100777', { department: 'light', desk: 'main' }, { department: 'light', desk: 'main' }],
  ])('tells a colleague that they did %s, not to whom and why', (what, about, facts, told) => {
    const own = act(what, { by: ME, ...(about && { about }), facts: facts });
    expect(given(own)).toEqual({ _id: 'a', at: NOW, what, by: 'me', facts: told });
  });

  it('tells that somebody asked for their appeals, not who', () => {
    const asked = act('account.asked', {
      by: 'telegram-8',
      about: ME,
      facts: { from: ME, to: 'telegram-8' },
    });
    expect(given(asked)).toEqual({
      _id: 'a',
      at: NOW,
      what: 'account.asked',
      about: ME,
      by: 'other',
      facts: {},
    });
  });

  it('tells why a change of account was confirmed, not why it was declined: that may name whoever asked', () => {
    const facts = { from: ME, to: 'telegram-8', reason: 'Інша людина' };
    expect(given(act('account.declined', { about: ME, facts }))?.facts).toEqual({});
    expect(given(act('account.confirmed', { about: ME, facts }))?.facts).toEqual({ reason: 'Інша людина' });
  });

  it('tells nothing of what was asked about an account of somebody else', () => {
    const facts = { from: 'telegram-8', to: ME };
    expect(given(act('account.asked', { by: ME, about: 'telegram-8', facts }))).toBeUndefined();
    expect(given(act('account.denied', { by: 'telegram-8', about: 'telegram-8', facts }))).toBeUndefined();
  });

  it('says «me» of what was done from an account before', () => {
    const confirmed = given(act('account.confirmed', { by: 'telegram-3', about: 'telegram-3' }));
    expect(confirmed).toEqual({ _id: 'a', at: NOW, what: 'account.confirmed', by: 'me', facts: {} });
  });
});
