import { Temporal } from '@js-temporal/polyfill';
import type { Appeal } from '../../domain/appeal';
import { accept } from '../../domain/decision';
import {
  askForExtension,
  declineExtension,
  extensionAsked,
  isExtendable,
  longerTerms,
} from '../../domain/extension';
import { approveExtension, extend } from '../../domain/moderator-decisions';
import { anAnswer, anAppeal, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';

/** Registered on Friday 20 November; the 45th day is 4 January, a Monday. */
const legalDueAt = new Date('2026-12-07T21:59:59Z');
const waiting = (changes: Partial<Appeal> = {}) => anAppeal({ dueAt: days(5), legalDueAt, ...changes });
const day = (text: string) => Temporal.PlainDate.from(text);
const official = { id: 'asked-1', by: 'telegram-7' };
const head = { id: 'settled-1', by: 'telegram-40' };
const wish = { day: day('2026-12-20'), reason: 'Чекаємо на деталь' };

function asked(appeal = waiting(), command = official): Appeal {
  const decision = askForExtension(appeal, { ...command, ...wish }, NOW, city);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.appeal;
}

describe('an official who needs more time', () => {
  it('asks the head, and the term stays until the head says yes', () => {
    const appeal = asked();
    expect([appeal.dueAt, appeal.legalDueAt]).toEqual([days(5), legalDueAt]);
    expect(extensionAsked(appeal)).toMatchObject({
      id: 'asked-1',
      by: 'telegram-7',
      facts: { day: '2026-12-20', text: wish.reason },
    });
  });

  it.each<[string, Appeal, Partial<typeof wish> & { now?: Date }, string]>([
    ['day 46', waiting(), { day: day('2027-01-05') }, 'beyond_45_days'],
    ['anything on day 46', waiting(), { day: day('2027-01-04'), now: days(46) }, 'term_over'],
    ['a day that passed', waiting(), { day: day('2026-11-19') }, 'date_past'],
    ['a day inside the term', waiting(), { day: day('2026-12-07') }, 'not_later'],
    ['no reason', waiting(), { reason: ' ' }, 'empty_text'],
    ['an answered one', waiting({ status: 'rework', answers: [anAnswer()] }), {}, 'already_answered'],
    ['a withdrawn one', waiting({ status: 'withdrawn' }), {}, 'wrong_status'],
    ['a message', anAppeal({ kind: 'message' }), {}, 'no_legal_term'],
  ])('may not ask for %s', (_, appeal, { now = NOW, ...changes }, refusal) => {
    expect(askForExtension(appeal, { ...official, ...wish, ...changes }, now, city)).toEqual({
      ok: false,
      refusal,
    });
  });
});

describe('the head', () => {
  it('says yes: the day and the reason of the request become the citizen’s', () => {
    const decision = approveExtension(asked(), { ...head, requestId: 'asked-1' }, days(1), city);
    expect(decision).toMatchObject({
      ok: true,
      appeal: { dueAt: new Date('2026-12-21T21:59:59Z'), legalDueAt: new Date('2026-12-21T21:59:59Z') },
      event: {
        type: 'appeal.extended',
        by: 'telegram-40',
        facts: { text: wish.reason, requestId: 'asked-1' },
      },
    });
    if (decision.ok) expect(extensionAsked(decision.appeal)).toBeUndefined();
  });

  it('says no: the term stays and nothing waits any more', () => {
    const decision = declineExtension(asked(), { ...head, requestId: 'asked-1' }, days(1));
    expect(decision).toMatchObject({
      ok: true,
      appeal: { legalDueAt },
      event: { facts: { requestId: 'asked-1' } },
    });
    if (decision.ok) expect(extensionAsked(decision.appeal)).toBeUndefined();
  });

  it.each(['asked-0', 'asked-2'])('cannot settle %s, which does not wait', (requestId) => {
    const appeal = asked();
    expect(approveExtension(appeal, { ...head, requestId }, NOW, city)).toEqual({ ok: false, refusal: 'request_settled' }); // prettier-ignore
    expect(declineExtension(appeal, { ...head, requestId }, NOW)).toEqual({ ok: false, refusal: 'request_settled' }); // prettier-ignore
  });

  it('cannot settle one twice, nor an older one when a newer came', () => {
    const declined = declineExtension(asked(), { ...head, requestId: 'asked-1' }, NOW);
    if (!declined.ok) throw new Error(declined.refusal);
    const again = { ...head, id: 'settled-2', requestId: 'asked-1' };
    expect(approveExtension(declined.appeal, again, NOW, city)).toMatchObject({ refusal: 'request_settled' });
    const newer = asked(asked(), { ...official, id: 'asked-2' });
    expect(approveExtension(newer, again, NOW, city)).toMatchObject({ refusal: 'request_settled' });
    expect(approveExtension(newer, { ...again, requestId: 'asked-2' }, NOW, city).ok).toBe(true);
  });

  it('who says yes on day 46 is told that the law does not let it', () => {
    expect(approveExtension(asked(), { ...head, requestId: 'asked-1' }, days(46), city)).toEqual({
      ok: false,
      refusal: 'term_over',
    });
  });

  it('settles what waits by an extension of their own', () => {
    const decision = extend(asked(), { ...head, day: day('2026-12-28'), reason: 'Свята' }, NOW, city);
    expect(decision).toMatchObject({ ok: true, event: { facts: { text: 'Свята', requestId: 'asked-1' } } });
  });

  it('has nothing to settle in an appeal answered meanwhile', () => {
    const appeal = asked();
    const answered = accept({ ...appeal, status: 'answered', answers: [anAnswer()] }, head, { type: 'appeal.answered', at: NOW }); // prettier-ignore
    expect(answered.ok && extensionAsked(answered.appeal)).toBeUndefined();
  });
});

describe('the days worth offering', () => {
  it.each([
    ['2026-12-07T21:59:59Z', ['2026-12-12', '2026-12-17', '2027-01-04']],
    ['2026-12-28T21:59:59Z', ['2027-01-02', '2027-01-04']],
    ['2027-01-04T21:59:59Z', []],
  ])('from %s are %j', (legal, expected) => {
    const offered = longerTerms(waiting({ legalDueAt: new Date(legal) }), city);
    expect(offered.map(String)).toEqual(expected);
  });

  it.each([
    ['today', waiting(), NOW, true],
    ['on day 45', waiting(), days(45), true],
    ['on day 46', waiting(), days(46), false],
    ['when it has all the law gives', waiting({ legalDueAt: new Date('2027-01-04T21:59:59Z') }), NOW, false],
  ])('can be asked for %s: %#', (_, appeal, now, expected) => {
    expect(isExtendable(appeal, now, city)).toBe(expected);
  });
});
