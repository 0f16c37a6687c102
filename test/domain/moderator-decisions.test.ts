import { Temporal } from '@js-temporal/polyfill';
import { STATUSES, type Appeal, type Status } from '../../domain/appeal';
import type { AppealRefusal, Decision } from '../../domain/decision';
import { complete } from '../../domain/citizen-decisions';
import { decisionInForce } from '../../domain/decision-in-force';
import { extend, forward, leaveUnconsidered, returnIncomplete } from '../../domain/moderator-decisions';
import { canMove, isOpen } from '../../domain/moves';
import { isPastSifting } from '../../domain/term';
import { aPhoto, anAnswer, anAppeal, onward, anEvent } from '../support/builders';
import { city } from '../support/sample-city';

const command = { id: 'tg-1-9', by: 'telegram-50' };
const refused = (refusal: AppealRefusal) => ({ ok: false, refusal });
function accepted(decision: Decision): Appeal {
  if (!decision.ok) throw new Error(`refused with ${decision.refusal}`);
  return decision.appeal;
}

/** Registered on Friday 20 November 2026: day 45 is Monday 4 January, a month ends on Sunday 20 December. */
const legalDueAt = new Date('2026-12-21T21:59:59Z');
const registered = (overrides: Partial<Appeal> = {}) => anAppeal({ legalDueAt, ...overrides });
const on = (day: string) => new Date(`${day}T10:00:00Z`);

describe('extending the term (art. 20)', () => {
  const extended = (day: string, at = '2026-12-01', appeal = registered(), reason = 'Чекаємо на деталь') =>
    extend(appeal, { ...command, day: Temporal.PlainDate.from(day), reason }, on(at), city);

  it.each<[string, string, string]>([
    ['2026-12-22', '2026-12-22T21:59:59.000Z', 'a day later'],
    ['2026-12-26', '2026-12-28T21:59:59.000Z', 'a Saturday moves to Monday'],
    ['2027-01-04', '2027-01-04T21:59:59.000Z', 'the forty-fifth day'],
  ])('to %s sets both terms to %s: %s', (day, expected) => {
    const appeal = accepted(extended(day));
    expect(appeal.legalDueAt?.toISOString()).toBe(expected);
    expect(appeal.dueAt).toEqual(appeal.legalDueAt);
    expect(appeal.status).toBe('submitted');
    expect(appeal.events.at(-1)).toMatchObject({
      ...{ type: 'appeal.extended', by: 'telegram-50', facts: { text: 'Чекаємо на деталь' } },
    });
  });

  it('counts forty-five days before a last day off moves', () => {
    // Registered on Wednesday 18 November: day 45 is Saturday 2 January, which ends on Monday the 4th.
    const appeal = registered({ registeredAt: on('2026-11-18') });
    const until = accepted(extended('2027-01-02', '2026-12-01', appeal)).legalDueAt;
    expect(until?.toISOString()).toBe('2027-01-04T21:59:59.000Z');
    expect(extended('2027-01-03', '2026-12-01', appeal)).toEqual(refused('beyond_45_days'));
  });

  it.each<[AppealRefusal, string, string, string]>([
    ['beyond_45_days', '2027-01-05', '2026-12-01', 'day 46 as the new day'],
    ['term_over', '2027-01-06', '2027-01-05', 'on day 46'],
    ['term_over', '2027-01-04', '2027-06-01', 'half a year later'],
    ['not_later', '2026-12-21', '2026-12-01', 'the same day'],
    ['not_later', '2026-12-02', '2026-12-01', 'an earlier day'],
    ['date_past', '2026-12-24', '2026-12-28', 'a day that has passed'],
  ])('is refused with %s: to %s on %s, %s', (refusal, day, at) => {
    expect(extended(day, at)).toEqual(refused(refusal));
  });

  it('is still possible on day 45', () => {
    expect(extended('2027-01-04', '2027-01-04').ok).toBe(true);
  });

  it('needs a reason and a legal term', () => {
    expect(extended('2026-12-22', '2026-12-01', registered(), '  ')).toEqual(refused('empty_text'));
    expect(extended('2026-12-22', '2026-12-01', anAppeal({ kind: 'message' }))).toEqual(
      refused('no_legal_term'),
    );
  });

  it('is refused once the office has answered, after a rework too', () => {
    const again = (status: Status) => extended('2026-12-22', '2026-12-01', registered({ status }));
    expect(again('answered')).toEqual(refused('wrong_status'));
    expect(again('rework')).toEqual(refused('already_answered'));
  });

  it.each(STATUSES)('of an unanswered one that is %s goes while it is open', (status) => {
    const word = extended('2026-12-22', '2026-12-01', registered({ status, answers: [] }));
    expect(word.ok ? 'extended' : word.refusal).toBe(isOpen(status) ? 'extended' : 'wrong_status');
  });

  it('holds on the cards until the office answers', () => {
    const appeal = accepted(extended('2026-12-22'));
    expect(decisionInForce(appeal)?.type).toBe('appeal.extended');
    const taken = onward(appeal, anEvent('t', { type: 'appeal.taken' }), { status: 'in_progress' as Status });
    expect(decisionInForce(taken)?.type).toBe('appeal.extended');
    expect(decisionInForce({ ...taken, status: 'answered', answers: [anAnswer()] })).toBeUndefined();
    expect(decisionInForce(anAppeal())).toBeUndefined();
  });
});

describe.each([
  ['forwarding (art. 7)', forward, 'forwarded', 'appeal.forwarded'],
  ['returning what is incomplete (art. 7)', returnIncomplete, 'returned', 'appeal.returned'],
] as const)('%s', (_, decide, becomes, type) => {
  const text = 'Служба доріг: дорога на її балансі';
  const at = on('2026-11-23');

  it.each(STATUSES)('from %s goes as the table of moves says', (status) => {
    const decision = decide(registered({ status }), { ...command, text }, at);
    if (!canMove(status, becomes)) expect(decision).toEqual(refused('wrong_status'));
    else expect(accepted(decision)).toMatchObject({ status: becomes, needsModerator: false });
  });

  it('keeps the words and the terms, and holds on the cards until it moves on', () => {
    const appeal = accepted(decide(registered({ needsModerator: true }), { ...command, text }, at));
    expect(appeal.events.at(-1)).toMatchObject({ type, by: 'telegram-50', at, facts: { text } });
    expect(appeal).toMatchObject({ legalDueAt, dueAt: registered().dueAt });
    expect(decisionInForce(appeal)?.type).toBe(type);
    expect(decisionInForce({ ...appeal, status: 'withdrawn' })).toBeUndefined();
    expect(decisionInForce({ ...appeal, status: 'submitted' })).toBeUndefined();
  });

  it('needs words', () => {
    expect(decide(registered(), { ...command, text: ' ' }, at)).toEqual(refused('empty_text'));
  });
});

describe('completing what was returned', () => {
  const dueAt = on('2026-12-04');
  const pieces = [{ messageId: '7', text: 'Будинок 12' }];
  const completed = (appeal: Appeal, given: { pieces?: typeof pieces; attachments?: [] } = {}) =>
    complete(
      appeal,
      { id: 'd-7', by: 'telegram-1', pieces, attachments: [], dueAt, ...given },
      on('2026-11-25'),
    );

  it('puts it before the office again, with its words, and leaves the legal term alone', () => {
    const appeal = accepted(completed(registered({ status: 'returned', executorId: 'telegram-7' })));
    expect(appeal).toMatchObject({ status: 'submitted', needsModerator: true, dueAt, legalDueAt });
    expect(appeal.pieces.at(-1)).toEqual(pieces[0]);
    expect(appeal.pieces).toHaveLength(2);
    expect(appeal).not.toHaveProperty('executorId');
    expect(appeal.events.at(-1)).toMatchObject({ type: 'appeal.completed', facts: { text: 'Будинок 12' } });
  });

  it('takes a photo alone, and not nothing', () => {
    const photo = { ...{ id: 'd-7', by: 'telegram-1', pieces: [], dueAt }, attachments: [aPhoto('a')] };
    const appeal = accepted(complete(registered({ status: 'returned' }), photo, on('2026-11-25')));
    expect(appeal.attachments).toEqual([aPhoto('a')]);
    expect(completed(registered({ status: 'returned' }), { pieces: [] })).toEqual(refused('empty_text'));
  });

  it.each(STATUSES.filter((status) => status !== 'returned'))('is refused when it is %s', (status) => {
    expect(completed(registered({ status }))).toEqual(refused('wrong_status'));
  });
});

describe('the five days of art. 7', () => {
  it.each([
    ['2026-11-25T21:59:59Z', false],
    ['2026-11-25T22:00:00Z', true],
  ])('end with the fifth day after 20 November: at %s past is %s', (at, isPast) => {
    expect(isPastSifting(on('2026-11-20'), new Date(at), city)).toBe(isPast);
  });
});

describe('leaving an appeal unconsidered (art. 8)', () => {
  const ground = 'Повторне: вирішено по суті';
  const left = (appeal: Appeal, why = ground) =>
    leaveUnconsidered(appeal, { ...command, ground: why }, on('2026-11-23'));

  it.each(STATUSES)('from %s goes as the table of moves says', (status) => {
    const decision = left(registered({ status }));
    if (!canMove(status, 'not_considered')) expect(decision).toEqual(refused('wrong_status'));
    else expect(accepted(decision)).toMatchObject({ status: 'not_considered', legalDueAt });
  });

  it('always has its ground, which holds on the cards', () => {
    expect(left(registered(), ' ')).toEqual(refused('ground_missing'));
    expect(decisionInForce(accepted(left(registered())))?.facts.text).toBe(ground);
  });
});
