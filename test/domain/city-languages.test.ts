import { languageFor, mainLanguage, nameIn } from '../../domain/city-languages';

const AT_HOME = { languages: ['uk', 'en'] };
const AT_THE_BORDER = { languages: ['pl', 'uk'] };

describe('a name', () => {
  it.each([
    ['en', 'Street lamp'],
    ['uk', 'Ліхтар'],
    ['pl', 'Ліхтар'],
  ])('in «%s» is «%s»', (language, name) => {
    expect(nameIn({ uk: 'Ліхтар', en: 'Street lamp' }, language)).toBe(name);
  });
});

describe('the main language of a city', () => {
  it.each([
    [AT_HOME.languages, 'uk'],
    [AT_THE_BORDER.languages, 'pl'],
    [[], 'uk'],
  ])('that speaks %j is «%s»', (languages, main) => {
    expect(mainLanguage({ languages })).toBe(main);
  });
});

describe('whoever wishes', () => {
  it.each([
    [['en'], AT_HOME, 'en'],
    [['uk-UA'], AT_THE_BORDER, 'uk'],
    [['de', ' en-GB', 'uk'], AT_HOME, 'en'],
    [['de'], AT_HOME, 'uk'],
    [['de'], AT_THE_BORDER, 'pl'],
    [[''], AT_THE_BORDER, 'pl'],
    [[], AT_THE_BORDER, 'pl'],
  ])('%j of %j is spoken to in «%s»', (wished, city, language) => {
    expect(languageFor(city, wished)).toBe(language);
  });
});
