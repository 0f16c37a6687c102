import { OUTCOMES } from '../../domain/outcome';
import { answerPaper, appealPaper } from '../../screens/papers';
import { aCitizen, anAnswer, anAppeal, aPhoto } from '../support/builders';
import { city, texts } from '../support/sample-city';

const t = texts.for('uk');
const PRIVATE = {
  name: 'Коваль Олена Петрівна',
  residence: 'Садова, 27, кв. 5',
  phone: '+380671112233',
  email: 'o@example.com',
};
const author = aCitizen(PRIVATE);
const appeal = anAppeal({
  pieces: [{ messageId: '1', text: 'Не горить ліхтар, телефонуйте +380501234567, кв. 93' }],
  place: { kind: 'address', label: 'вул. Миру, 18', district: 'central' },
  attachments: [aPhoto('a'), aPhoto('b', { kind: 'document', name: 'Коваль-довідка.pdf' })],
  incomingNumber: 'В-1234/01-12',
  coAuthors: ['Мельник Іван', 'Шевчук Ганна'],
  onBehalfOf: { name: 'Коваль Марія Іванівна', residence: 'вул. Тиха, 3' },
  legalDueAt: new Date('2026-12-07T21:59:59Z'),
});
const wordsOf = (paper: object): string => JSON.stringify(paper);

describe('an appeal on paper', () => {
  const own = wordsOf(appealPaper(t, { city, appeal, author }));
  const others = wordsOf(appealPaper(t, { city, appeal }));

  it.each(['Звернення № 2026-000001', 'Заява', '20 листопада 2026', 'вул. Миру, 18', 'В-1234/01-12', 'Не горить ліхтар', '7 грудня 2026', '1. Фото', '2. Документ'])(
    'says «%s» to everybody',
    (words) => {
      expect(own).toContain(words);
      expect(others).toContain(words);
    },
  );

  it.each([...Object.values(PRIVATE), '+380501234567', 'Коваль-довідка.pdf', 'Мельник Іван, Шевчук Ганна', 'Коваль Марія Іванівна, вул. Тиха, 3'])('says «%s» to its author only', (words) => {
    expect(own).toContain(words);
    expect(others).not.toContain(words);
  });
}); // prettier-ignore

describe('an answer on paper', () => {
  it.each(OUTCOMES)('that is %s names its outcome, its dates and who signed', (outcome) => {
    const words = wordsOf(answerPaper(t, { city, appeal }, anAnswer({ outcome })));
    expect(words).toContain(t.plain(`outcome-${outcome}`));
    for (const said of [
      'Лампу замінено',
      'Петренко Олександр Ілліч',
      'заступник начальника',
      '20 листопада 2026',
    ])
      expect(words).toContain(said);
  });

  it('refused states its ground and how to appeal it, no other one does', () => {
    const refused = anAnswer({ outcome: 'refused', ground: 'Ліхтар не на балансі міста' });
    expect(wordsOf(answerPaper(t, { city, appeal }, refused))).toMatch(
      /не на балансі[^]*оскаржити[^]*до суду/,
    );
    expect(wordsOf(answerPaper(t, { city, appeal }, anAnswer()))).not.toContain('оскаржити');
  });

  it('planned names the day', () => {
    const planned = anAnswer({ outcome: 'planned', plannedOn: '2026-12-24' });
    expect(wordsOf(answerPaper(t, { city, appeal }, planned))).toContain('24 грудня 2026');
  });
});
