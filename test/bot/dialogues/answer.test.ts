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

describe('a ready answer', () => {
  const place = { kind: 'address', label: 'вул. Миру, 18' } as const;
  const begun = (fields = {}) => new Talk('answer', { appeal: { ...appeal, place }, fields });
  const textIn = ({ fields }: Talk) => (fields.pieces as { text: string }[]).map(({ text }) => text);

  it('becomes the words, brings its outcome and is shown before it goes', () => {
    const talk = begun().presses('canned');
    expect(talk.offered).toEqual(expect.arrayContaining(['lamp-replaced', 'done', '!back']));
    expect(talk.offered).not.toContain('pothole-patched');
    talk.presses('lamp-replaced');
    expect(talk).toMatchObject({ asked: 'send', fields: { outcome: 'done' } });
    expect(textIn(talk)[0]).toMatch(/Лампу замінено.*\n*.*вул\. Миру, 18/);
    expect(talk.screen.text).toContain('вул. Миру, 18');
    expect(talk.presses('send').end).toBe('finish');
  });

  it('is chosen by typing, and another can be written in its place', () => {
    const talk = begun().says('Готові відповіді').says('лампу замінено');
    expect(talk).toMatchObject({ asked: 'send', fields: { outcome: 'done' } });
    talk.presses('text').says('Лампу замінено на світлодіодну.');
    expect(textIn(talk)).toEqual(['Лампу замінено на світлодіодну.']);
    expect(talk.asked).toBe('send');
  });

  it('may be changed for one of another outcome, without the words before', () => {
    const talk = begun().presses('canned').presses('lamp-replaced').presses('text').presses('canned');
    talk.presses('partly');
    expect(talk.fields).toMatchObject({ outcome: 'partly_done' });
    expect(textIn(talk)).toHaveLength(1);
  });

  it('is left by going back, or by words that are the answer themselves', () => {
    expect(begun().presses('canned').presses('!back').asked).toBe('pieces');
    const talk = begun().presses('canned').sends('lamp').says('Замінили дріт.');
    expect(textIn(talk)).toEqual(['Замінили дріт.']);
    expect(talk).toMatchObject({ asked: 'outcome', fields: { files: [{ id: 'lamp' }] } });
  });

  it.each([
    ['refused', 'ground'],
    ['planned', 'plannedOn'],
  ])('of the outcome «%s» still asks for what the law wants', (outcome, asked) => {
    const talk = begun().presses('canned').presses(outcome);
    expect(talk).toMatchObject({ asked, fields: { outcome } });
  });

  it('has the outcome the answer was begun with', () => {
    const talk = begun({ outcome: 'planned' }).presses('canned');
    expect(talk.offered).toContain('planned');
    expect(talk.offered).not.toContain('lamp-replaced');
  });
});
