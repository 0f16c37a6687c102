import { houseAfter } from '../../domain/house';
import { wordsOf } from '../../domain/words';

const house = (text: string) => houseAfter(wordsOf(text), 1);

describe('the number of a house after its street', () => {
  it.each([
    ['Миру 18', '18'],
    ['Миру буд. 18', '18'],
    ['Миру, будинок номер 18', '18'],
    ['Myru house 18', '18'],
    ['Миру 1234', '1234'],
    ['Миру 18а', '18а'],
    ['Миру 18 а', '18а'],
    ['Миру 18-Б', '18б'],
    ['Миру 18 – Б', '18б'],
    ['Миру 18/Б', '18б'],
    ['Миру 18 «Б»', '18б'],
    ['Миру 18 а, другий під’їзд', '18а'],
    ['Миру 18/2', '18/2'],
    ['Миру 18 / 2', '18/2'],
    ['Миру 17-21', '17–21'],
    ['Миру 17 — 21', '17–21'],
  ])('in «%s» is %s', (text, number) => {
    expect(house(text)).toBe(number);
  });

  it.each([
    ['a flat behind a dash', 'Миру 18-5', '18'],
    ['the same number twice', 'Миру 18-18', '18'],
    ['a flat glued on', 'Миру 18кв5', '18'],
    ['a number that only follows', 'Миру 18 21', '18'],
    ['a number too long for a house after the slash', 'Миру 18/23456', '18'],
    ['a word that begins with a letter of houses', 'Миру 18 аптека', '18'],
    ['a lone letter that begins a sentence', 'Миру 18 а там темно', '18'],
    ['a letter after a comma', 'Миру 18, а', '18'],
    ['a letter no house has', 'Миру 18 ю', '18'],
  ])('leaves out %s', (_what, text, number) => {
    expect(house(text)).toBe(number);
  });

  it.each(['Миру', 'Миру аптека 18', 'Миру буд.', 'Миру №'])('is not in «%s»', (text) => {
    expect(house(text)).toBeUndefined();
  });
});
