import type { Appeal } from '../../domain/appeal';
import { HELP, returnForRework, tellOfHelp } from '../../domain/citizen-decisions';
import { delayExplained, explainDelay } from '../../domain/delay';
import { followUpOf, helpAwaitedSince, isLookedAfter, promiseOf } from '../../domain/follow-up';
import { answer, isAnswerable } from '../../domain/staff-decisions';
import { anAnswer, anAppeal, anEvent, days, onward } from '../support/builders';
import { city } from '../support/sample-city';

const official = { id: 'act-1', by: 'telegram-7' };
const citizen = { id: 'act-1', by: 'telegram-1' };
const planned = (changes: Partial<Appeal> = {}) =>
  anAppeal({
    status: 'answered',
    outcome: 'planned',
    answers: [anAnswer({ outcome: 'planned', plannedOn: '2026-12-07' })],
    ...changes,
  });
const forwarded = anAppeal({
  status: 'forwarded',
  events: [
    anEvent('event-1'),
    anEvent('passed', { type: 'appeal.forwarded', facts: { text: 'Служба доріг' } }),
  ],
});

describe('a promised day', () => {
  it.each(['answered', 'closed'] as const)('is asked about from its first moment, %s or not', (status) => {
    expect(followUpOf(planned({ status }), city)).toEqual({
      what: 'planned_day',
      eventId: 'event-2',
      dueAt: new Date('2026-12-06T22:00:00Z'),
    });
  });

  it.each<[string, Appeal]>([
    ['once the citizen sent it back', planned({ status: 'rework' })],
    ['when the work is done', anAppeal({ status: 'answered' })],
    ['after a later answer', planned({ answers: [...planned().answers, anAnswer({ ordinal: 2 })] })],
  ])('is not asked about %s', (_, appeal) => {
    expect(promiseOf(appeal)).toBeUndefined();
    expect(followUpOf(appeal, city)).toBeUndefined();
  });

  it('lets the office say what came of it, or name a new day, before the citizen does', () => {
    const given = { text: 'Зроблено.', outcome: 'done', signatory: city.signatory, attachments: [] } as const;
    const again = answer(planned(), { ...official, given, today: '2026-12-07' }, days(17));
    expect(again).toMatchObject({ ok: true, appeal: { status: 'answered', outcome: 'done' }, event: { facts: { ordinal: 2 } } }); // prettier-ignore
    expect(isAnswerable(anAppeal({ status: 'answered' }))).toBe(false);
    expect(isAnswerable(planned({ status: 'closed' }))).toBe(false);
  });

  it('counts the window for «not done» from that day, even for who agreed early', () => {
    const confirmed = anEvent('confirmed', { type: 'appeal.confirmed' });
    const closed = onward(planned(), confirmed, { status: 'closed' });
    const back = { ...citizen, ordinal: 1, reason: 'Ні', attachments: [], dueAt: days(99), windowDays: 30 };
    expect(returnForRework(closed, back, new Date('2027-01-06T23:59:59Z')).ok).toBe(true);
    expect(returnForRework(closed, back, new Date('2027-01-07T00:00:01Z'))).toMatchObject({ refusal: 'window_over' }); // prettier-ignore
  });
});

describe('an appeal that went to another body', () => {
  it('is asked about after the city’s number of days', () => {
    expect(followUpOf(forwarded, city)).toEqual({
      what: 'help',
      eventId: 'passed',
      dueAt: days(city.reminders.forwardedAfterDays),
    });
  });

  it('that helped stays with them: nothing closes it, nothing asks again', () => {
    const told = tellOfHelp(forwarded, { ...citizen, help: 'yes', forwarding: 1, dueAt: days(40) }, days(35));
    expect(told).toMatchObject({
      ok: true,
      appeal: { status: 'forwarded' },
      event: { type: 'appeal.helped' },
    });
    if (told.ok) expect(helpAwaitedSince(told.appeal)).toBeUndefined();
  });

  it('that has not helped yet is asked about again, as long after', () => {
    const told = tellOfHelp(
      forwarded,
      { ...citizen, help: 'not_yet', forwarding: 1, dueAt: days(40) },
      days(35),
    );
    expect(told.ok && followUpOf(told.appeal, city)).toMatchObject({
      eventId: 'act-1',
      dueAt: days(35 + city.reminders.forwardedAfterDays),
    });
  });

  it('that did not help comes back to the moderators, in nobody’s hands, with a term of its own', () => {
    const dueAt = days(40);
    const told = tellOfHelp({ ...forwarded, executorId: 'telegram-7' }, { ...citizen, help: 'no', forwarding: 1, dueAt }, days(35)); // prettier-ignore
    expect(told).toMatchObject({
      ok: true,
      appeal: { status: 'submitted', needsModerator: true, dueAt },
      event: { type: 'appeal.not_helped' },
    });
    expect(told.ok && told.appeal.executorId).toBeUndefined();
  });

  it.each(HELP)('is told of only while it is there: %s', (help) => {
    const closed = anAppeal({ status: 'in_progress' });
    expect(tellOfHelp(closed, { ...citizen, help, forwarding: 1, dueAt: days(40) }, days(35))).toMatchObject({ refusal: 'wrong_status' }); // prettier-ignore
  });
});

describe('a word about an earlier forwarding', () => {
  it('says nothing of the one it is at now', () => {
    const again = anEvent('passed-2', { type: 'appeal.forwarded' });
    const command = { ...citizen, help: 'yes', forwarding: 1, dueAt: days(40) } as const;
    expect(tellOfHelp(onward(forwarded, again), command, days(35))).toMatchObject({
      refusal: 'wrong_status',
    });
    expect(tellOfHelp(onward(forwarded, again), { ...command, forwarding: 2 }, days(35)).ok).toBe(true);
  });
});

describe('what is looked after', () => {
  it.each<[string, Appeal, boolean]>([
    ['submitted', anAppeal(), true],
    ['forwarded', forwarded, true],
    ['planned', planned(), true],
    ['planned and agreed to', planned({ status: 'closed' }), true],
    ['done', anAppeal({ status: 'answered' }), false],
    ['withdrawn', anAppeal({ status: 'withdrawn' }), false],
  ])('is an appeal that is %s: %#', (_, appeal, expected) => expect(isLookedAfter(appeal)).toBe(expected));
});

describe('a late answer', () => {
  const late = anAppeal({ status: 'in_progress', dueAt: days(3) });
  const explain = (appeal: Appeal, now: Date, reason = 'Немає деталі') =>
    explainDelay(appeal, { ...official, reason }, now);

  it('is explained, and the explanation holds while it is late', () => {
    const explained = explain(late, days(4));
    expect(explained.ok && delayExplained(explained.appeal)?.facts.text).toBe('Немає деталі');
  });

  it.each<[string, Appeal, { now?: Date; reason?: string }, string]>([
    ['before it is late', late, { now: days(2) }, 'not_late'],
    ['without words', late, { reason: ' ' }, 'empty_text'],
    ['once it is answered', anAppeal({ status: 'answered' }), {}, 'wrong_status'],
  ])('is not explained %s', (_, appeal, { now = days(4), reason }, refusal) => {
    expect(explain(appeal, now, reason)).toEqual({ ok: false, refusal });
  });

  it('is explained anew in a new term', () => {
    const explained = explain(late, days(4));
    if (!explained.ok) throw new Error(explained.refusal);
    const back = anEvent('back', { type: 'appeal.returned_for_rework', at: days(6) });
    expect(delayExplained(onward(explained.appeal, back, { status: 'rework' }))).toBeUndefined();
    expect(delayExplained({ ...explained.appeal, status: 'answered' })).toBeUndefined();
  });
});
