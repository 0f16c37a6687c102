import { aCitizen } from '../../support/builders';
import { Talk } from '../../support/a-talk';
import { city } from '../../support/sample-city';

const known = aCitizen({
  ...{
    phone: '+380501234567',
    name: 'Коваль Олена Іванівна',
    residence: 'вул. Миру, 18',
    email: 'o@example.com',
  },
  consent: { version: city.privacyNotice.version, hash: 'x', at: new Date('2026-11-01T10:00:00Z') },
});
const READY = {
  ...{
    pieces: [{ messageId: 'm', text: 'Не горить ліхтар' }],
    proposal: 'street-lamp',
    category: 'street-lamp',
  },
  ...{ 'q-lamps': null, 'q-pole': null, place: null, filesDone: true, kind: 'complaint' },
};
const ready = () => new Talk('appeal', { citizen: known, fields: READY }).presses('change');

describe('filing for another person', () => {
  it('asks whose matter it is, where they live and whether they agree, and shows it before sending', () => {
    const talk = ready().presses('forOther').says('Мельник  Ганна Петрівна').says('Садова, 3, кв. 8');
    expect(talk.screen.text).toContain('Мельник Ганна Петрівна');
    talk.says('так');
    expect(talk.asked).toBe('send');
    expect(talk.screen.text).toContain('За іншу людину: Мельник Ганна Петрівна, Садова, 3, кв. 8');
  });

  it('is not done without consent: nothing of the other person is kept', () => {
    const talk = ready().presses('forOther').says('Мельник Ганна Петрівна').says('Садова, 3').presses('not');
    expect(talk.asked).toBe('send');
    expect(talk.fields).not.toHaveProperty('otherName');
    expect(JSON.stringify(talk.fields)).not.toMatch(/Мельник|Садова/);
    expect(talk.remark).toBe('Добре, звернення буде від вашого імені.');
  });

  it('can be taken back', () => {
    const talk = ready()
      .presses('forOther')
      .says('Мельник Ганна Петрівна')
      .says('Садова, 3')
      .presses('agreed');
    talk.presses('change').presses('forSelf');
    expect(talk.screen.text).not.toContain('Мельник');
  });

  it.each([
    ['otherName', 'моя мама 77 років'],
    ['otherResidence', '18'],
  ])('asks for %s again when it is «%s»', (field, wrong) => {
    const talk = ready().presses('forOther');
    if (field === 'otherResidence') talk.says('Мельник Ганна Петрівна');
    talk.says(wrong);
    expect(talk.asked).toBe(field);
    expect(talk.remark).toBeDefined();
  });
});

describe('a collective appeal', () => {
  it('takes names one a line, counts them, and shows them before sending', () => {
    const talk = ready()
      .presses('together')
      .says('Мельник Петро Ілліч\nБондар Ніна Олегівна')
      .says('Шевчук Іван');
    expect(talk.screen.text).toContain('підписують 3 людини');
    talk.presses('done');
    expect(talk.asked).toBe('send');
    expect(talk.screen.text).toMatch(/Мельник Петро Ілліч, Бондар Ніна Олегівна, Шевчук Іван/);
  });

  it('keeps the good lines, and names the one that is no name', () => {
    const talk = ready().presses('together').says('Мельник Петро Ілліч\n12345\nБондар Ніна');
    expect(talk.fields.coAuthors).toEqual(['Мельник Петро Ілліч', 'Бондар Ніна']);
    expect(talk.remark).toContain('12345');
  });

  it('has the same name once, the last one can be removed, and all of them', () => {
    const talk = ready().presses('together').says('Мельник Петро\nБондар Ніна\nМельник Петро');
    expect(talk.presses('last').fields.coAuthors).toEqual(['Мельник Петро']);
    talk.presses('clear').presses('done');
    expect(talk.asked).toBe('send');
    expect(talk.fields).not.toHaveProperty('isCollective');
  });

  it('has fifty names at most', () => {
    const letters = 'абвгдежзик'.split('');
    const talk = ready().presses('together');
    for (const first of letters.slice(0, 6))
      talk.says(letters.map((second) => `Бондар ${first.toUpperCase()}${second}на`).join('\n'));
    expect(talk.fields.coAuthors).toHaveLength(50);
    expect(talk.remark).toContain('50');
  });
});
