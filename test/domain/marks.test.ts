import { marksFor, sameWords } from '../../domain/marks';
import { anAppeal, anAnswer } from '../support/builders';

const place = { kind: 'address', label: 'вул. Миру, 18' } as const;
const words = [{ messageId: '1', text: 'Не горить ліхтар біля під’їзду' }];
const fresh = anAppeal({ id: 'fresh', number: '2026-000009', place, pieces: words });
const other = { pieces: [{ messageId: '2', text: 'Замініть лампу на стовпі напроти' }] };
const earlier = (overrides: object = {}) =>
  anAppeal({ id: 'old', number: '2026-000001', place, pieces: words, ...overrides });
const answered = { status: 'answered', answers: [anAnswer()] } as const;
const people = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    earlier({ id: `p${index}`, citizenId: `telegram-${index + 10}` }),
  );
const kinds = (found: Partial<Parameters<typeof marksFor>[1]>, massPeople = 5) =>
  marksFor(fresh, { own: [], sameText: [], near: [], ...found }, { massPeople }).map(({ kind }) => kind);

describe('the marks of a new appeal', () => {
  it.each([
    ['the same question after an answer', { own: [earlier({ ...answered, ...other })] }, ['repeat']],
    ['the same question, not answered yet', { own: [earlier(other)] }, []],
    [
      'an answered question at another place',
      { own: [earlier({ ...answered, ...other, place: { ...place, label: 'вул. Миру, 2' } })] },
      [],
    ],
    [
      'an answered question of another subject',
      { own: [earlier({ ...answered, ...other, category: 'pothole' })] },
      [],
    ],
    ['the same text again', { own: [earlier()] }, ['duplicate']],
    ['the same text of an answered one', { own: [earlier(answered)] }, ['repeat', 'duplicate']],
    ['the same text of three others', { sameText: people(3) }, []],
    ['the same text of four others', { sameText: people(4) }, ['mass']],
    [
      'the same text four times from one person',
      { sameText: people(4).map((one) => ({ ...one, citizenId: 'telegram-1' })) },
      [],
    ],
    ['something open nearby', { near: [earlier({ citizenId: 'telegram-2' })] }, ['near']],
    ['itself', { own: [fresh], near: [fresh] }, []],
  ] as const)('%s', (_, found, expected) => {
    expect(kinds(found as Partial<Parameters<typeof marksFor>[1]>)).toEqual(expected);
  });

  it.each([
    [2, 1, ['mass']],
    [3, 1, []],
    [8, 7, ['mass']],
  ])('where %s people are a mass, the words of %s others: %s', (massPeople, others, expected) => {
    expect(kinds({ sameText: people(others) }, massPeople)).toEqual(expected);
  });

  it('point to the earlier ones by id and number', () => {
    expect(marksFor(fresh, { own: [earlier()], sameText: [], near: [] }, { massPeople: 5 })).toEqual([
      { kind: 'duplicate', of: [{ id: 'old', number: '2026-000001' }] },
    ]);
  });
});

describe('the same words', () => {
  it.each([
    ['Не горить ліхтар біля під’їзду!', 'не горить  ліхтар, біля підʼїзду', true],
    ['Не горить ліхтар біля під’їзду', 'Не горить ліхтар біля школи', false],
  ])('%s | %s: %s', (a, b, isSame) => {
    expect(sameWords(a) === sameWords(b)).toBe(isSame);
  });

  it('are not looked for in a few words everybody writes', () => {
    expect(sameWords('Не горить ліхтар')).toBeUndefined();
  });
});
