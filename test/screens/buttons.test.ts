import { parseToken } from '../../bot/tokens';
import { nameIn } from '../../domain/city-languages';
import { dialogueToken } from '../../bot/tokens';
import { city, texts } from '../support/sample-city';
import { appeals, citizenScreens, LONG_ID, menuScreens, staffScreens } from './every-screen';

describe.each(['uk', 'en'])('the buttons in %s', (language) => {
  const t = texts.for(language);
  const screens = appeals().flatMap((appeal) => [...citizenScreens(t, appeal), ...staffScreens(t, appeal)]);
  const buttons = [...screens, ...menuScreens(t)].flatMap(([name, { choices }]) =>
    (choices ?? []).flat().map((choice) => ({ name, ...choice })),
  );

  it('are many', () => {
    expect(buttons.length).toBeGreaterThan(300);
  });

  it('carry tokens of at most 64 bytes that can be read back', () => {
    const tokens = buttons.flatMap((one) => ('token' in one ? [one.token] : []));
    const wrong = tokens.filter((token) => Buffer.byteLength(token) > 64 || !parseToken(token));
    expect(wrong).toEqual([]);
  });

  it('have labels a phone can show', () => {
    const wrong = buttons.filter(
      ({ label }) => !label.trim() || label.length > 40 || /<|&\w+;|\n/.test(label),
    );
    expect(wrong).toEqual([]);
  });

  it('never say the same word twice on one screen', () => {
    const twice = [...screens, ...menuScreens(t)].flatMap(([name, { choices }]) => {
      if (['list', 'queue', 'found'].includes(name)) return [];
      const labels = (choices ?? []).flat().map(({ label }) => label);
      return new Set(labels).size < labels.length ? [name, ...labels] : [];
    });
    expect(twice).toEqual([]);
  });

  it('stand in rows of five at most, none empty', () => {
    const rows = screens.flatMap(([, { choices }]) => choices ?? []);
    expect(rows.filter((row) => row.length === 0 || row.length > 5)).toEqual([]);
  });

  it('of the longest categories, groups and answers fit as well', () => {
    const values = [
      ...city.categories.map(({ code }) => ['proposal', code] as const),
      ...city.categories.map(({ code }) => ['category', code] as const),
      ...city.groups.map(({ code }) => ['category', `g-${code}`] as const),
      ...city.categories.flatMap(({ questions }) =>
        questions.flatMap(({ id, options = [] }) => options.map((option) => [`q-${id}`, option.id] as const)),
      ),
    ];
    const tokens = values.map(([field, value]) => dialogueToken(LONG_ID, field, value));
    expect(tokens.filter((token) => !parseToken(token))).toEqual([]);
    const labels = city.categories.map(({ names }) => nameIn(names, language));
    expect(labels.filter((label) => label.length > 40)).toEqual([]);
  });
});

describe('a verdict', () => {
  const t = texts.for('uk');
  const tokensOf = (status: string) => {
    const appeal = appeals().find((one) => one.status === status)!;
    const card = citizenScreens(t, appeal).find(([name]) => name === 'card')![1];
    return (card.choices ?? []).flat().flatMap((one) => ('token' in one ? [one.token.split('.')[0]] : []));
  };

  it.each([
    ['submitted', ['add', 'fix', 'h', 'pdf', 'wd', 'my', 'human']],
    ['in_progress', ['add', 'fix', 'h', 'pdf', 'wd', 'my', 'human']],
    ['needs_details', ['add', 'fix', 'h', 'pdf', 'wd', 'my', 'human']],
    ['rework', ['add', 'fix', 'h', 'pdf', 'wd', 'my', 'human']],
    ['answered', ['ok', 'no', 'h', 'pdf', 'my', 'human']],
    ['closed', ['no', 'stars', 'h', 'pdf', 'my', 'human']],
    ['withdrawn', ['h', 'pdf', 'my', 'human']],
  ])('and every other way on stands on the card of one that is %s', (status, verbs) => {
    expect(tokensOf(status).sort()).toEqual([...verbs].sort());
  });
});
