import { bracedIn, cannedFor, filledIn } from '../../domain/canned-answers';
import type { CannedAnswer } from '../../domain/city';
import { anAppeal } from '../support/builders';
import { city } from '../support/sample-city';

const aCanned = (id: string, overrides: Partial<CannedAnswer> = {}): CannedAnswer => ({
  id,
  title: id,
  outcome: 'done',
  text: 'Зроблено.',
  ...overrides,
});

const PACK = {
  categories: city.categories,
  cannedAnswers: [
    aCanned('everywhere'),
    aCanned('elsewhere', { groups: ['waste'] }),
    aCanned('group', { groups: ['lighting-power'], outcome: 'explained' }),
    aCanned('category', { categories: ['street-lamp'], text: 'Адреса: {place}.' }),
    aCanned('other-category', { categories: ['voltage'] }),
  ],
};
const idsFor = (...given: Parameters<typeof cannedFor> extends [unknown, ...infer Rest] ? Rest : never) =>
  cannedFor(PACK, ...given).map(({ id }) => id);
const place = { kind: 'address', label: 'вул. Миру, 18' } as const;

describe('ready answers', () => {
  it('are those of the category, then of its group, then for all, and no others', () => {
    expect(idsFor(anAppeal({ place }))).toEqual(['category', 'group', 'everywhere']);
  });

  it('may be of one outcome only', () => {
    expect(idsFor(anAppeal({ place }), 'explained')).toEqual(['group']);
    expect(idsFor(anAppeal({ place }), 'refused')).toEqual([]);
  });

  it('name no place where none is known', () => {
    const { place: _unknown, ...appeal } = anAppeal({ place });
    expect(idsFor(appeal)).toEqual(['group', 'everywhere']);
  });

  it('have each of their fields filled in, whatever stands in it', () => {
    const text = '{number}, {category}, {place}, {day}, {number}';
    const fields = { number: '$&', category: '{day}', place: 'вул. Миру, 18', day: '7 грудня' };
    expect(filledIn(aCanned('all', { text }), fields)).toBe('$&, {day}, вул. Миру, 18, 7 грудня, $&');
    expect(bracedIn(text)).toEqual(['number', 'category', 'place', 'day', 'number']);
  });
});

describe('the ready answers of the sample city', () => {
  const canned = city.cannedAnswers ?? [];

  it('are many, and at least one of every outcome fits every category', () => {
    expect(canned.length).toBeGreaterThanOrEqual(25);
    const missing = city.categories.filter(
      ({ code }) =>
        new Set(cannedFor(city, { category: code, place }).map(({ outcome }) => outcome)).size < 5,
    );
    expect(missing.map(({ code }) => code)).toEqual([]);
  });

  it('thank for nothing, promise nothing, and leave ground, day and signature to be asked', () => {
    const wrong =
      /дяку|вдячн|обіцяємо|гарантуємо|найближчим часом|буде (виконано|усунено|зроблено)|підстава:|підписа|!/i;
    expect(canned.filter(({ text }) => wrong.test(text)).map(({ id }) => id)).toEqual([]);
  });

  it('are claimed done only in words the citizen can refuse or a day they can check', () => {
    const done = canned.filter(({ outcome }) => outcome === 'done');
    const refusable = done.filter(({ text }) => /«Ні, не вирішено»|\{day\}|\{place\}/.test(text));
    expect(refusable).toEqual(done);
  });
});
