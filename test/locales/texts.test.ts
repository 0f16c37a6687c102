import { filesOf, junkIn, LANGUAGES, textsOf, type Language, type Text } from './read-texts';

const TEXTS: Record<Language, Text[]> = { uk: textsOf('uk'), en: textsOf('en') };

const keysIn = (language: Language, file: string) =>
  TEXTS[language].filter((text) => text.file === file).map(({ key }) => key);

/** `key: reading` of every reading that is not as it should be. */
const wrongReadings = (language: Language, isWrong: (reading: string, key: string) => boolean) =>
  TEXTS[language].flatMap(({ key, readings }) =>
    readings.filter((reading) => isWrong(reading, key)).map((reading) => `${key}: ${reading}`),
  );

describe('the texts of both languages', () => {
  it('are in the same files', () => expect(filesOf('en')).toEqual(filesOf('uk')));

  it.each(filesOf('uk'))('have the same keys in %s', (file) => {
    expect(keysIn('en', file).sort()).toEqual(keysIn('uk', file).sort());
  });

  it('use the same arguments in the same way', () => {
    const english = new Map(TEXTS.en.map((text) => [text.key, text]));
    const different = TEXTS.uk.filter(
      ({ key, variables }) => !isSame(variables, english.get(key)?.variables ?? new Set()),
    );
    expect(different.map(({ key }) => key)).toEqual([]);
  });
});

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  one.size === other.size && [...one].every((word) => other.has(word));

describe.each(LANGUAGES)('each text in %s', (language) => {
  it('can be read', () => {
    expect(filesOf(language).flatMap((file) => junkIn(language, file))).toEqual([]);
  });

  it('has a key of its own', () => {
    const keys = TEXTS[language].map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it('says something in every case', () => {
    const silent = TEXTS[language].filter(({ readings }) => readings.length === 0).map(({ key }) => key);
    expect([...silent, ...wrongReadings(language, (reading) => !reading.trim())]).toEqual([]);
  });

  it('calls only the functions there are', () => {
    const known = new Set(['DAY', 'DATE', 'DATETIME', 'DAYTIME']);
    const strange = TEXTS[language].flatMap(({ key, functions }) =>
      [...functions].filter((name) => !known.has(name)).map((name) => `${key}: ${name}`),
    );
    expect(strange).toEqual([]);
  });

  it('has every plural form of its language', () => {
    expect(TEXTS[language].flatMap((text) => pluralFaults(text, language))).toEqual([]);
  });

  it('has only well nested marks', () => {
    expect(wrongReadings(language, (reading) => !isWellMarked(reading))).toEqual([]);
  });

  it('has the apostrophes and quotes of its language, in pairs', () => {
    const { foreign, pairs } = TYPOGRAPHY[language];
    const isWrong = (reading: string) => foreign.test(reading) || !arePaired(reading, pairs);
    expect(wrongReadings(language, isWrong)).toEqual([]);
  });

  it('does not shout, double its spaces or leave them at the ends of lines', () => {
    expect(wrongReadings(language, (reading) => /!|\S {2,}|^ | $| \n|\n /.test(reading))).toEqual([]);
  });

  it('is short where it is a button', () => {
    const isLong = (reading: string, key: string) => BUTTON.test(key) && reading.split(/\s+/).length > 3;
    expect(wrongReadings(language, isLong)).toEqual([]);
  });
});

const BUTTON =
  /^(choice|menu|nav|kind|change|reason|outcome)-|^language-(uk|en)$|^staff-(take|answer-button|ask|decline|history)$/;

const PLURAL_FORMS: Record<Language, readonly string[]> = {
  uk: ['one', 'few', 'many', 'other'],
  en: ['one', 'other'],
};
const ANY_PLURAL_FORM = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

function pluralFaults({ key, selects }: Text, language: Language): string[] {
  return selects.flatMap(({ variants }) => {
    const names = variants.map((variant) =>
      variant.key.type === 'Identifier' ? variant.key.name : variant.key.value,
    );
    const forms = names.filter((name) => ANY_PLURAL_FORM.has(name));
    const isCount = forms.some((form) => form !== 'other');
    const expected = isCount ? PLURAL_FORMS[language] : ['other'];
    const fallback = names[variants.findIndex((variant) => variant.default)];
    const isRight = isSame(new Set(forms), new Set(expected)) && fallback === 'other';
    return isRight ? [] : [`${key}: has ${names.join(' ')}, needs ${expected.join(' ')}`];
  });
}

/** Only <b>, <i>, <code> and <blockquote>, closed in the order they were opened. */
function isWellMarked(reading: string): boolean {
  const open: string[] = [];
  for (const [, slash, tag = ''] of reading.matchAll(/<(\/?)(b|i|code|blockquote)>/g))
    if (!slash) open.push(tag);
    else if (open.pop() !== tag) return false;
  return open.length === 0 && !/[<>&]/.test(reading.replace(/<\/?(b|i|code|blockquote)>/g, ''));
}

const TYPOGRAPHY: Record<Language, { foreign: RegExp; pairs: readonly [string, string][] }> = {
  uk: { foreign: /["'`ʼ‘“”„]/, pairs: [['«', '»']] },
  en: { foreign: /["'`ʼ„«»]/, pairs: [['“', '”']] },
};

const arePaired = (reading: string, pairs: readonly [string, string][]) =>
  pairs.every(([left, right]) => {
    let depth = 0;
    for (const sign of reading) {
      if (sign === left) depth += 1;
      if (sign === right) depth -= 1;
      if (depth < 0) return false;
    }
    return depth === 0;
  });

describe('the letters of a text', () => {
  it('do not mix alphabets in a Ukrainian word', () => {
    const isMixed = (reading: string) => /\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u.test(reading); // prettier-ignore
    expect(wrongReadings('uk', isMixed)).toEqual([]);
  });

  it('are Ukrainian', () => expect(wrongReadings('uk', (reading) => /[ыэёъ]/i.test(reading))).toEqual([]));

  it('are Latin in English, but for the name of the other language', () => {
    const isForeign = (reading: string, key: string) =>
      key !== 'language-uk' && /\p{Script=Cyrillic}/u.test(reading);
    expect(wrongReadings('en', isForeign)).toEqual([]);
  });
});
