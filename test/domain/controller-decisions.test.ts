import { STATUSES, type Appeal } from '../../domain/appeal';
import { confirm, isWindowOver, rate, returnForRework } from '../../domain/citizen-decisions';
import { closableFrom, isClosedByHand, windowEndsAt } from '../../domain/closing';
import { closeByHand } from '../../domain/controller-decisions';
import type { AppealRefusal, Decision } from '../../domain/decision';
import { decisionInForce } from '../../domain/decision-in-force';
import { anAnswer, anAppeal, anEvent, closedByHand, days, minutes, NOW, onward } from '../support/builders';

const city = { closeAfterSilentDays: 14, reworkWindowDays: 30, timeZone: 'Europe/Kyiv' };
const command = { id: 'tg-1-9', by: 'telegram-50' };
const ground = 'Оглянули на місці, ліхтар горить';
const answered = anAppeal({ status: 'answered' });
const refused = (refusal: AppealRefusal) => ({ ok: false, refusal });
function accepted(decision: Decision): Appeal {
  if (!decision.ok) throw new Error(`refused with ${decision.refusal}`);
  return decision.appeal;
}
const close = (appeal = answered, { at = days(14), why = ground, isReminded = true } = {}) =>
  closeByHand(appeal, { ...command, ground: why, isReminded }, at, city);

describe('closing by a controller’s hand', () => {
  it('closes with the ground in the history and leaves the office’s claim as it was', () => {
    const closed = accepted(close());
    expect(closed).toMatchObject({ status: 'closed', outcome: 'done' });
    expect(closed.events.at(-1)).toMatchObject({
      ...{ type: 'appeal.closed_by_hand', by: 'telegram-50', at: days(14) },
      facts: { text: ground, ordinal: 1 },
    });
    expect(decisionInForce(closed)).toBe(closed.events.at(-1));
  });

  it.each(STATUSES.filter((status) => status !== 'answered'))('is refused when it is %s', (status) => {
    const appeal = anAppeal({ status, answers: [anAnswer()] });
    expect(close(appeal)).toEqual(refused('wrong_status'));
  });

  it('is refused without a ground', () => {
    expect(close(answered, { why: ' ' })).toEqual(refused('ground_missing'));
  });

  it('is refused while the citizen may still be thinking', () => {
    expect(close(answered, { at: minutes(14 * 24 * 60 - 1) })).toEqual(refused('too_early'));
  });

  it('is refused when nobody reminded them', () => {
    expect(close(answered, { isReminded: false })).toEqual(refused('not_reminded'));
  });

  it('waits anew after each word of the citizen', () => {
    const spoke = onward(answered, anEvent('word-1', { at: days(5), by: 'telegram-1' }));
    expect(closableFrom(spoke, city)).toEqual(days(19));
    const official = onward(answered, anEvent('word-1', { at: days(5), by: 'telegram-7' }));
    expect(closableFrom(official, city)).toEqual(days(14));
  });

  it('waits until work planned for a day could be seen', () => {
    const answers = [anAnswer({ outcome: 'planned', plannedOn: '2027-03-01' })];
    const planned = anAppeal({ status: 'answered', answers });
    expect(closableFrom(planned, city).toISOString()).toBe('2027-03-15T21:59:59.000Z');
  });
});

describe('what a controller closed', () => {
  const closed = closedByHand();
  const rework = { reason: 'Не горить', attachments: [], dueAt: days(50), windowDays: 30 };

  it('can be sent back until the last moment of the window, counted from that closing', () => {
    expect(windowEndsAt(closed, city)).toEqual(days(44));
    const back = (at: Date) =>
      returnForRework(closed, { id: 'tg-1-10', by: 'telegram-1', ordinal: 1, ...rework }, at);
    expect(accepted(back(days(44)))).toMatchObject({ status: 'rework', reworkCount: 1 });
    expect(back(new Date(days(44).getTime() + 1))).toEqual(refused('window_over'));
    expect([isWindowOver(closed, 30, days(44)), isWindowOver(closed, 30, days(45))]).toEqual([false, true]);
  });

  it('can be rated without agreeing to it', () => {
    const given = { id: 'tg-1-10', by: 'telegram-1', rating: { stars: 2, reasons: [] } } as const;
    const rated = accepted(rate(closed, given, days(20)));
    expect([rated.rating?.stars, isClosedByHand(rated)]).toEqual([2, true]);
  });

  it('becomes solved by the citizen’s own word, and only by it', () => {
    expect(isClosedByHand(closed)).toBe(true);
    const said = { id: 'tg-1-10', by: 'telegram-1', ordinal: 1 };
    const confirmed = accepted(confirm(closed, said, days(20)));
    expect([confirmed.status, isClosedByHand(confirmed)]).toEqual(['closed', false]);
    expect(decisionInForce(confirmed)).toBeUndefined();
    expect(windowEndsAt(confirmed, city)).toEqual(days(50));
    expect(confirm(confirmed, { ...said, id: 'tg-1-11' }, NOW)).toEqual(refused('wrong_status'));
  });
});
