import { placeAt } from '../../domain/places';
import type { Place } from '../../domain/place';
import { placeLine } from '../../screens/appeal-preview';
import { city, texts } from '../support/sample-city';

const [uk, en] = [texts.for('uk'), texts.for('en')];
const point = placeAt(city, { latitude: 49.4742, longitude: 31.5103 }) as Place;
const { names, district } = city.landmarks.find(({ names: { en: name } }) => name)!;
const landmark: Place = { kind: 'landmark', label: names.uk, district };
const districtIn = (language: 'uk' | 'en', code?: string) =>
  city.districts.find((one) => one.code === code)?.names[language];

describe('a place the city names', () => {
  it('on the map is told in the language of the reader', () => {
    expect(placeLine(uk, city, point)).toBe(`точка на карті, ${districtIn('uk', point.district)}`);
    expect(placeLine(en, city, point)).toBe(`a point on the map, ${districtIn('en', point.district)}`);
  });

  it('by a landmark is told in the language of the reader', () => {
    expect(placeLine(uk, city, landmark)).toContain(names.uk);
    expect(placeLine(en, city, landmark)).toContain(names['en']);
    expect(placeLine(en, city, landmark)).not.toMatch(/[а-яіїє]/i);
  });

  it('no more, or by the words of its author, stays as it was written', () => {
    expect(placeLine(en, city, { ...landmark, label: 'Старий млин' })).toContain('Старий млин');
    expect(placeLine(en, city, { kind: 'as_written', label: 'за аптекою' })).toBe('за аптекою');
  });
});
