import fc from 'fast-check';
import {
  CAPTION_LIMIT,
  plainText,
  split,
  splitPlain,
  TEXT_LIMIT,
  truncate,
  truncatePlain,
} from '../../../messengers/telegram/split';
import { parseHtml } from '../../../sandbox/fake-telegram/parse-html';

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    'Третю добу не горить ліхтар ',
    'під’їзд\n',
    'абзац\n\n',
    '👩‍👩‍👧‍👦',
    '🇺🇦',
    '💡'.repeat(40),
    'а'.repeat(300),
  ),
);

const sound: fc.Arbitrary<string> = fc.letrec<{ node: string; tagged: string; many: string }>((tie) => ({
  tagged: fc
    .tuple(fc.constantFrom('b', 'i', 'code', 'blockquote'), tie('many'))
    .map(([tag, inside]) => `<${tag}>${inside}</${tag}>`),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, words.map(escaped), tie('tagged')),
  many: fc.array(tie('node'), { maxLength: 6 }).map((nodes) => nodes.join('')),
})).many;

const anything = fc
  .array(
    fc.oneof(
      words,
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<code>',
        '</i>',
        '<a href="x">',
        '&',
        '&lt',
        '&#60;',
        '&#xD83D;',
        '\uD83D',
        '<',
        '</',
        '>',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('markup cut into messages', () => {
  it('keeps every word, within the limit, as HTML Telegram reads', () => {
    fc.assert(
      fc.property(fc.oneof(sound, anything), fc.integer({ min: 2, max: 200 }), (markup, limit) => {
        const parts = split(markup, limit);
        const read = parts.map((part) => parseHtml(part).text);
        expect(read.join('')).toBe(plainText(markup));
        const isSound = (text: string) =>
          text.length > 0 && text.length <= limit && !/\p{Surrogate}/u.test(text);
        expect(read.filter((text) => !isSound(text))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what was bold bold on both sides of a cut', () => {
    fc.assert(
      fc.property(sound, fc.integer({ min: 10, max: 100 }), (markup, limit) => {
        const whole = parseHtml(split(markup, 1_000_000)[0] ?? '');
        let at = 0;
        for (const part of split(markup, limit)) {
          const { text, entities } = parseHtml(part);
          for (const { type, offset, length } of entities) {
            const around = whole.entities.some(
              (entity) =>
                entity.type === type &&
                entity.offset <= at + offset &&
                entity.offset + entity.length >= at + offset + length,
            );
            if (!around) throw new Error(`${type} at ${at + offset} was not there before`);
          }
          at += text.length;
        }
      }),
    );
  });

  it('prefers a paragraph, then a line, then a space', () => {
    expect(split('перший абзац\n\nдругий рядок тут', 20)).toEqual(['перший абзац\n\n', 'другий рядок тут']);
    expect(split('перший рядок\nдругий рядок тут', 20)).toEqual(['перший рядок\n', 'другий рядок тут']);
    expect(split('одне двоє троє четверо', 12)).toEqual(['одне двоє ', 'троє четверо']);
  });

  it('leaves a short text alone', () => {
    expect(split('<b>Дякуємо!</b> 1 &lt; 2 &amp; 3')).toEqual(['<b>Дякуємо!</b> 1 &lt; 2 &amp; 3']);
    expect(split('')).toEqual([]);
  });

  it('shows foreign tags as text', () => {
    expect(split('<a href="https://example.org">x</a>')).toEqual([
      '&lt;a href="https://example.org"&gt;x&lt;/a&gt;',
    ]);
  });

  it('counts the words and not the markup', () => {
    const full = `<b>${'&amp;'.repeat(TEXT_LIMIT)}</b>`;
    expect(split(full)).toEqual([full]);
    expect(split(full + '!')).toHaveLength(2);
  });

  it('cuts plain words at the same places', () => {
    fc.assert(
      fc.property(sound, (markup) => {
        const plain = split(markup, 50).map((part) => parseHtml(part).text);
        expect(splitPlain(plainText(markup), 50)).toEqual(plain);
      }),
    );
  });
});

describe('what of a text is markup', () => {
  it.each([
    ['&lt;&gt;&amp;&quot;', '<>&"', 'the four names Telegram knows'],
    ['&LT;&AMP;', '<&', 'in any case'],
    ['&#60;&#1110;', '<і', 'numbers'],
    ['&#x3c;&#x456;&#X3C;', '<і<', 'numbers to the base of sixteen'],
    ['&#1114111;', '\u{10FFFF}', 'the last letter there can be'],
    ['&#1114112;', '&#1114112;', 'no letter beyond it'],
    ['&#0;', '&#0;', 'no letter'],
    ['&#xD7FF;&#xE000;', '\uD7FF\uE000', 'letters on both sides of the halves'],
    ['&#xD800;', '&#xD800;', 'half a letter, the first of them'],
    ['&#xDFFF;', '&#xDFFF;', 'half a letter, the last of them'],
    ['&nbsp;&;&#;', '&nbsp;&;&#;', 'names nobody knows'],
    ['a\uD83D!', 'a\uFFFD!', 'half a letter as it is'],
  ])('%s reads as %s: %s', (markup, words) => {
    expect(plainText(markup)).toBe(words);
  });

  it.each([
    ['<B>гучно</B>', '<b>гучно</b>', 'tags in any case'],
    ['<code><b>x</b></code>', '<code>x</code>', 'nothing is marked inside code'],
    ['<b>а<b>б</b>в</b>', '<b>аб</b>в', 'no tag inside itself'],
    ['<b>а<i>б</b>в</i>', '<b>а<i>б</i></b>в', 'what is open inside ends with it'],
    ['<b>а</i>б</b>', '<b>аб</b>', 'the end of something else ends nothing'],
    ['а</i>б', 'аб', 'an end without a beginning is nothing'],
    ['<i>а', '<i>а</i>', 'a beginning without an end ends with the text'],
  ])('%s is sent as %s: %s', (markup, sent) => {
    expect(split(markup)).toEqual([sent]);
  });

  it('leaves no empty tags where it was cut', () => {
    expect(split('<b>абв </b>где', 4)).toEqual(['<b>абв </b>', 'где']);
    expect(truncate('абв <b>где</b>', 4)).toBe('абв…');
  });
});

describe('the edge of a message', () => {
  it('is not cut when it is just full', () => {
    expect(split('абв гд', 6)).toEqual(['абв гд']);
    expect(truncate('абв гд', 6)).toBe('абв гд');
    expect(truncatePlain('абв гд', 6)).toBe('абв гд');
    expect(truncate('<b>абв</b> гд', 6)).toBe('<b>абв</b> гд');
  });

  it('is a space in the middle at the earliest', () => {
    expect(split('абв где', 6)).toEqual(['абв ', 'где']);
    expect(split('аб вгде', 6)).toEqual(['аб вгд', 'е']);
  });

  it('has no space before the ellipsis', () => {
    expect(truncatePlain('слово слово', 7)).toBe('слово…');
    expect(truncatePlain(' слово слово', 8)).toBe(' слово…');
  });
});

describe('markup cut to one message', () => {
  it('ends in an ellipsis only when something went', () => {
    expect(truncate('<b>коротко</b>', CAPTION_LIMIT)).toBe('<b>коротко</b>');
    expect(truncate(`<b>${'слово '.repeat(10)}</b>`, 20)).toBe('<b>слово слово слово</b>…');
    expect(truncatePlain('💡💡💡', 4)).toBe('💡…');
  });

  it('is valid and fits', () => {
    fc.assert(
      fc.property(fc.oneof(sound, anything), fc.integer({ min: 3, max: 200 }), (markup, limit) => {
        expect(parseHtml(truncate(markup, limit)).text.length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
