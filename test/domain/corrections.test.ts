import { STATUSES, type Appeal } from '../../domain/appeal';
import { correct, identify, rewrite } from '../../domain/corrections';
import { extend } from '../../domain/moderator-decisions';
import { isOpen } from '../../domain/moves';
import { termsFor } from '../../domain/term';
import { anAppeal, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';
import { Temporal } from '@js-temporal/polyfill';

const command = { id: 'command-9', by: 'telegram-1' };
const MIRU = { kind: 'address', label: 'вул. Миру, 18', district: 'central' } as const;
const SADOVA = { kind: 'address', label: 'вул. Садова, 27', district: 'central' } as const;
const pieces = [{ messageId: '9', text: 'Ліхтар не горить учетверте' }];
const OPEN = STATUSES.filter(isOpen);
const OVER = STATUSES.filter((status) => !isOpen(status));

const aMessage = (overrides: Partial<Appeal> = {}) => anAppeal({ kind: 'message', ...overrides });

describe('a sent appeal', () => {
  it.each(OPEN)('that is %s gets its text anew, and the old one stays in the history', (status) => {
    const decision = rewrite(anAppeal({ status }), { ...command, pieces }, NOW);
    expect(decision).toMatchObject({
      appeal: { pieces, status },
      event: {
        type: 'appeal.amended',
        facts: { before: 'Третю добу не горить ліхтар біля під’їзду', text: pieces[0]!.text },
      },
    });
  });

  it.each(OPEN)(
    'that is %s gets its place and district anew, and the old one stays in the history',
    (status) => {
      const decision = correct(
        anAppeal({ status, place: MIRU }),
        { ...command, corrected: { place: SADOVA } },
        NOW,
      );
      expect(decision).toMatchObject({
        appeal: { place: SADOVA, status },
        event: { type: 'appeal.corrected', facts: { was: { place: MIRU }, corrected: { place: SADOVA } } },
      });
    },
  );

  it('gets one answer anew; the others stand', () => {
    const appeal = anAppeal({ particulars: { lamps: '2', pole: '17' } });
    const decision = correct(appeal, { ...command, corrected: { particulars: { lamps: '3' } } }, NOW);
    expect(decision).toMatchObject({
      appeal: { particulars: { lamps: '3', pole: '17' } },
      event: { facts: { was: { particulars: { lamps: '2' } } } },
    });
  });

  it.each(OVER)('that is %s is corrected no more', (status) => {
    const refused = { ok: false, refusal: 'wrong_status' };
    expect(correct(anAppeal({ status }), { ...command, corrected: { place: SADOVA } }, NOW)).toEqual(refused);
    expect(rewrite(anAppeal({ status }), { ...command, pieces }, NOW)).toEqual(refused);
  });

  it('is never left without words', () => {
    const empty = { ...command, pieces: [{ messageId: '9', text: ' ' }] };
    expect(rewrite(anAppeal(), empty, NOW)).toEqual({ ok: false, refusal: 'empty_text' });
  });
});

describe('a message', () => {
  const at = days(20);
  const identified = (appeal: Appeal) => {
    const decision = identify(appeal, { ...command, kind: 'complaint' }, at, city);
    if (!decision.ok) throw new Error(decision.refusal);
    return decision.appeal;
  };

  it.each(OPEN)('that is %s becomes an appeal, its legal term counted from that day', (status) => {
    const message = aMessage({ status });
    const appeal = identified(message);
    const basis = { complexity: 'simple', target: { amount: 15, unit: 'calendar_days' }, kind: 'complaint' } as const;
    expect(appeal).toMatchObject({ kind: 'complaint', status, dueAt: message.dueAt, identifiedAt: at });
    expect(appeal.legalDueAt).toEqual(termsFor(basis, at, city).legalDueAt);
  });

  it('may then be extended to 45 days from that day', () => {
    const day = Temporal.PlainDate.from('2027-01-20');
    const extended = extend(identified(aMessage()), { ...command, day, reason: 'Чекаємо на деталь' }, days(21), city);
    expect(extended.ok).toBe(true);
  });

  it('is completed once, and only while the office has it', () => {
    const again = identify(identified(aMessage()), { ...command, kind: 'proposal' }, at, city);
    expect(again).toEqual({ ok: false, refusal: 'not_a_message' });
    for (const status of OVER)
      expect(identify(aMessage({ status }), { ...command, kind: 'proposal' }, at, city)).toEqual({ ok: false, refusal: 'wrong_status' });
  });
}); // prettier-ignore
