import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { loadTexts } from '../../infra/texts';
import { silent } from './stores';

const UK = `
# <a> у примітці нікому не шкодить
hello = Вітаю, <b>{ $name }</b>.
photos = { $count ->
    [one] { $count } фото
    [few] { $count } фотки
    [many] { $count } фоток
   *[other] { $count } фотки
}
due = до { DAY($date) }, { DAYTIME($date) }; { DATETIME($date) }
planned = { DAY($day) }
only-uk = Лише тут
button = <b>Так</b> &amp; { $what }
`;
const EN = `
hello = Hello, <b>{ $name }</b>.
due = by { DAY($date) }, { DAYTIME($date) }; { DATETIME($date) }
broken = { $nobody }
`;

const folders: string[] = [];
function aFolder(texts: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'));
  folders.push(folder);
  for (const [language, source] of Object.entries(texts)) {
    mkdirSync(join(folder, language));
    writeFileSync(join(folder, language, 'main.ftl'), source);
  }
  return folder;
}
const warnings: Record<string, unknown>[] = [];
const log = { ...silent, warn: (facts: Record<string, unknown>) => void warnings.push(facts) };
const load = (texts: Record<string, string> = { en: EN, uk: UK }) =>
  loadTexts(aFolder(texts), { timeZone: 'Europe/Kyiv', log });

beforeEach(() => void (warnings.length = 0));
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

describe('texts', () => {
  it('speak the languages there are folders for, Ukrainian to all others', () => {
    const texts = load();
    expect(texts.languages).toEqual(['uk', 'en']);
    expect(texts.for('en')('hello', { name: 'Olena' })).toBe('Hello, <b>Olena</b>.');
    expect(texts.for('pl')('hello', { name: 'Олена' })).toBe('Вітаю, <b>Олена</b>.');
    expect(texts.for('pl').language).toBe('uk');
  });

  it('count in Ukrainian', () => {
    const t = load().for('uk');
    expect([1, 2, 5, 21, 25].map((count) => t('photos', { count }))).toEqual(
      ['1 фото', '2 фотки', '5 фоток', '21 фото', '25 фоток'],
    ); // prettier-ignore
  });

  it('say days and hours in words, in the city’s time', () => {
    const date = new Date('2026-12-07T17:42:00Z');
    const texts = load();
    expect(texts.for('uk')('due', { date })).toBe('до 7 грудня, 19:42; 7 грудня о 19:42');
    expect(texts.for('en')('due', { date })).toBe('by 7 December, 19:42; 7 December at 19:42');
    expect(texts.for('uk')('due', { date: new Date('2026-06-30T21:05:00Z') })).toBe(
      'до 1 липня, 00:05; 1 липня о 00:05',
    );
    expect(texts.for('uk')('due', { date: new Date('2026-12-07T09:30:00Z') })).toContain('7 грудня об 11:30');
    expect(texts.for('uk')('planned', { day: '2026-12-07' })).toBe('7 грудня');
  });

  it('come in Ukrainian where a translation is missing, as their key where all is, and say so once', () => {
    const t = load().for('en');
    expect([t('only-uk'), t('only-uk'), t('no-such')]).toEqual(['Лише тут', 'Лише тут', 'no-such']);
    expect([t.has('hello'), t.has('no-such')]).toEqual([true, false]);
    expect(warnings).toEqual([
      { language: 'en', key: 'only-uk', problem: 'missing' },
      { language: 'en', key: 'no-such', problem: 'missing' },
    ]);
    t('broken');
    expect(warnings).toHaveLength(3);
  });

  it('are plain on a button', () => {
    expect(load().for('uk').plain('button', { what: '<b>&amp;' })).toBe('Так & <b>&amp;');
  });

  it('are not taken with a tag no messenger knows, or twice, or without Ukrainian', () => {
    expect(() => load({ uk: 'a = <a href="x">тут</a>' })).toThrow(/main\.ftl: <a/);
    expect(() => load({ uk: 'a = 5 < 6' })).toThrow(/no tag/);
    expect(() => load({ uk: 'a = 1\na = 2' })).toThrow(/main\.ftl/);
    expect(() => load({ en: 'a = 1' })).toThrow(/uk/);
  });
});

describe('what people write', () => {
  const texts = load();
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('<', '>', '&', '"', '</b>', '<b>', '&lt;', '&#60;', '{', '}', '$name', 'а')).map((parts) => parts.join('')), // prettier-ignore
  );

  it('never becomes markup, and is the same words for the reader', () => {
    fc.assert(
      fc.property(anything, (name) => {
        const said = texts.for('uk')('hello', { name });
        expect(said.startsWith('Вітаю, <b>') && said.endsWith('</b>.')).toBe(true);
        const own = said.slice('Вітаю, <b>'.length, -'</b>.'.length);
        expect(own).not.toMatch(/[<>"]|&(?!(?:amp|lt|gt|quot);)/);
        expect(texts.for('uk').plain('hello', { name })).toBe(`Вітаю, ${name}.`);
        expect(texts.for('uk').words(name)).toBe(own);
      }),
      { numRuns: 500 },
    );
  });
});
