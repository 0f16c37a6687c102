import { accept, refuse, wasCarriedOut } from '../../domain/decision';
import { anAppeal, anEvent, minutes } from '../support/builders';

const command = { id: 'tg-1-9', by: 'telegram-7' };

describe('a decision', () => {
  it('makes the appeal one revision older and its history one event longer', () => {
    const before = anAppeal({ rev: 4, events: [anEvent('a'), anEvent('b')] });
    const decision = accept(before, command, { type: 'appeal.taken', at: minutes(5) });
    const event = { id: 'tg-1-9', type: 'appeal.taken', at: minutes(5), by: 'telegram-7', facts: {} };
    const appeal = { ...before, rev: 5, events: [...before.events, event] };
    expect(decision).toEqual({ ok: true, event, appeal });
  });

  it('keeps the facts it is given', () => {
    const facts = { text: 'Який під’їзд?' };
    const decision = accept(anAppeal(), command, { type: 'appeal.details_asked', at: minutes(5), facts });
    expect(decision).toMatchObject({ ok: true, event: { facts } });
  });

  it('leaves the appeal it was made of alone', () => {
    const before = Object.freeze(anAppeal());
    accept(before, command, { type: 'appeal.taken', at: minutes(5) });
    expect(before).toEqual(anAppeal());
  });

  it('refuses with a word', () => {
    expect(refuse('already_taken')).toEqual({ ok: false, refusal: 'already_taken' });
  });

  it('is known again by its command', () => {
    const appeal = anAppeal({ events: [anEvent('a'), anEvent('b')] });
    expect(wasCarriedOut(appeal, 'b')).toBe(true);
    expect(wasCarriedOut(appeal, 'c')).toBe(false);
  });
});
