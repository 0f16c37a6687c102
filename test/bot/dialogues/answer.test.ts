import { anAppeal } from '../../support/builders';
import { Talk } from '../../support/a-talk';

const appeal = anAppeal({ status: 'in_progress' });
const answer = () => new Talk('answer', { appeal });
const written = () => answer().says('Лампу замінено.');

describe('an official’s answer', () => {
  it('is words, an outcome, a preview and «send»', () => {
    const talk = written().presses('done');
    expect(talk.asked).toBe('send');
    expect(talk.presses('send').end).toBe('finish');
    expect(talk.fields).toMatchObject({ outcome: 'done', pieces: [{ text: 'Лампу замінено.' }] });
  });

  it.each(['done', 'partly_done', 'explained'])('%s needs nothing more', (outcome) => {
    expect(written().presses(outcome).asked).toBe('send');
  });

  it('that refuses needs its ground', () => {
    const talk = written().presses('refused');
    expect(talk.asked).toBe('ground');
    expect(talk.says('ні').asked).toBe('ground');
    expect(talk.says('Стаття 8 закону').asked).toBe('send');
    expect(talk.fields.ground).toBe('Стаття 8 закону');
  });

  it('that plans needs a day which is not past', () => {
    const talk = written().presses('planned');
    expect(talk.asked).toBe('plannedOn');
    expect(talk.says('скоро').asked).toBe('plannedOn');
    expect(talk.says('01.11.2026').asked).toBe('plannedOn');
    expect(talk.says('7 грудня').asked).toBe('send');
    expect(talk.fields.plannedOn).toBe('2026-12-07');
  });

  it('is joined by words and photos sent while a choice stands', () => {
    const talk = written().says('Гарантія – рік.').presses('done').sends('lamp');
    expect(talk.fields.pieces).toMatchObject([{ text: 'Лампу замінено.' }, { text: 'Гарантія – рік.' }]);
    expect(talk).toMatchObject({ asked: 'send', fields: { files: [{ id: 'lamp' }] } });
  });

  it('can be written anew and given another outcome before it goes', () => {
    const talk = written().presses('done').presses('text').says('Лампу замінено сьогодні.');
    expect(talk.fields.pieces).toMatchObject([{ text: 'Лампу замінено сьогодні.' }]);
    expect(talk.asked).toBe('send');
    talk.presses('outcome').presses('partly_done');
    expect(talk).toMatchObject({ asked: 'send', fields: { outcome: 'partly_done' } });
  });

  it('is dropped by one word and sent by none but «send»', () => {
    expect(written().presses('!cancel').end).toBe('cancel');
    expect(written().presses('done').sendsSticker()).toMatchObject({ asked: 'send', end: undefined });
  });
});
