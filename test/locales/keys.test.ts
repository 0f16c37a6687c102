import { expand, FAMILIES } from './key-families';
import { keysInCode } from './keys-in-code';
import { textsOf } from './read-texts';

const TEXTS = new Map(textsOf('uk').map((text) => [text.key, text]));
const CODE = keysInCode();

describe('the keys the code asks for', () => {
  it('are found in the code', () => expect(CODE.asked.length).toBeGreaterThan(50));

  it('are there', () => {
    const missing = [...CODE.asked, ...expand(CODE)].filter(({ key }) => !TEXTS.has(key));
    expect(missing.map(({ key, where }) => `${key} (${where})`)).toEqual([]);
  });

  it('are there when they travel by other names', () => {
    const isKeyLike = (text: string) => /^[a-z]+(-[a-z_]+)+$/i.test(text);
    const speaks = (where: string) => /^(bot|screens)\//.test(where) && !/\/(main|doctor)\.ts:/.test(where);
    const missing = CODE.literals.filter(
      ({ text, where }) => isKeyLike(text) && speaks(where) && !TEXTS.has(text),
    );
    expect(missing.map(({ text, where }) => `${text} (${where})`)).toEqual([]);
  });

  it('belong to a known family when they have a hole', () => {
    const strange = CODE.heads.filter(({ head, isAsked }) => isAsked && !FAMILIES[head]);
    expect(strange.map(({ head, where }) => `${head} (${where})`)).toEqual([]);
  });

  it('come with the arguments their texts need', () => {
    const poor = CODE.asked.flatMap(({ key, where, given }) => {
      const needed = [...(TEXTS.get(key)?.variables ?? [])].filter((name) => name.startsWith('$'));
      const lacking = given ? needed.filter((name) => !given.includes(name.slice(1))) : [];
      return lacking.map((name) => `${key} lacks ${name} (${where})`);
    });
    expect(poor).toEqual([]);
  });

  it('have no marks where only plain words are shown', () => {
    const isMarked = (key: string) => TEXTS.get(key)?.readings.some((reading) => reading.includes('<'));
    const marked = CODE.asked.filter(({ key, isPlain }) => isPlain && isMarked(key));
    expect(marked.map(({ key, where }) => `${key} (${where})`)).toEqual([]);
  });
});
