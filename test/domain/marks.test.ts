import { label, linkTo, marksFor, sameWords } from '../../domain/marks';
import { anAppeal, anAnswer, NOW } from '../support/builders';

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

describe('a mark a moderator sets', () => {
  const CITY = { categories: [] };
  const of = [linkTo(earlier())];
  const set = (appeal: ReturnType<typeof anAppeal>, isSet: boolean, links = of) =>
    label(appeal, { id: 'c', by: 'telegram-50', mark: 'repeat', isSet, of: links }, NOW, CITY);
  const near = { kind: 'near', of: [] } as const;
  const refused = { ok: false, refusal: 'nothing_changed' };

  it('stands among the others, told in the history', () => {
    expect(set(anAppeal({ marks: [near] }), true)).toMatchObject({
      ...{ ok: true, appeal: { marks: [near, { kind: 'repeat', of }] } },
      event: { type: 'appeal.labelled', at: NOW, facts: { text: '+ repeat' } },
    });
    expect(set(anAppeal(), true)).toMatchObject({ ok: true, appeal: { marks: [{ kind: 'repeat', of }] } });
  });

  it('takes the place of the one before it, unless it says nothing new', () => {
    const marked = anAppeal({ marks: [{ kind: 'repeat', of: [] }, near] });
    expect(set(marked, true)).toMatchObject({ appeal: { marks: [near, { kind: 'repeat', of }] } });
    expect(set(marked, true, [])).toEqual(refused);
    expect(set(anAppeal(), true, [])).toMatchObject({ ok: true });
  });

  it('is taken away, and only where it stands', () => {
    expect(set(anAppeal({ marks: [near, { kind: 'repeat', of }] }), false)).toMatchObject({
      ...{ ok: true, appeal: { marks: [near] }, event: { facts: { text: '− repeat' } } },
    });
    const alone = set(anAppeal({ marks: [{ kind: 'repeat', of }] }), false);
    expect((alone as Extract<typeof alone, { ok: true }>).appeal).not.toHaveProperty('marks');
    expect(set(anAppeal({ marks: [near] }), false)).toEqual(refused);
  });
});

describe('the same words', () => {
  it('are four at least', () => {
    expect(sameWords('Не горить ліхтар вночі')).toBeDefined();
  });

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
