import type { City } from '../../domain/city';
import { asWritten, findPlace, placeAt, placeNamedIn, pointIn } from '../../domain/places';

const street = (name: string, prefix = 'вул.', formerNames: string[] = [], lastHouse = 100) => ({
  name,
  prefix,
  formerNames,
  lastHouse,
  district: 'central',
});

const city: Pick<City, 'streets' | 'landmarks' | 'districts'> = {
  streets: [
    street('Миру', 'вул.', [], 40),
    street('Незалежності', 'просп.'),
    street('Садова'),
    street('Садовий', 'пров.', [], 12),
    street('Лесі Українки'),
    street('Богдана Хмельницького'),
    street('Богдана Лепкого', 'вул.', ['Пушкінська']),
    street('Київська'),
    street('Соборна', 'вул.', ['Леніна']),
    street('Ратушна', 'пл.', ['Леніна']),
    street('Захисників України', 'вул.', ['40-річчя Жовтня']),
  ],
  landmarks: [
    { names: { uk: 'Школа № 11' }, words: ['школа 11'], district: 'central', location: { latitude: 49.46, longitude: 31.49 } },
    { names: { uk: 'Центральний ринок' }, words: ['центральний ринок', 'базар'], district: 'central' },
    { names: { uk: 'Парк «Озерний»' }, words: ['озерний парк', 'парк'], district: 'north' },
    { names: { uk: 'Центральний парк' }, words: ['центральний парк', 'парк'], district: 'central' },
  ],
  districts: [
    {
      code: 'central',
      names: { uk: 'Центральний район', en: 'Central District' },
      polygon: [[[31, 49], [32, 49], [32, 50], [31, 50], [31, 49]]],
    },
  ],
}; // prettier-ignore

const labelOf = (text: string): string | undefined => {
  const found = findPlace(city, text);
  return found.found === 'one' ? found.place.label : undefined;
};

describe('an address', () => {
  it.each([
    ['Миру 18', 'вул. Миру, 18'],
    ['миру,18', 'вул. Миру, 18'],
    ['вул. Миру, буд. 18а кв 5', 'вул. Миру, 18а'],
    ['Миру 18кв5', 'вул. Миру, 18'],
    ['Миру 18-5', 'вул. Миру, 18'],
    ['Миру 18-А', 'вул. Миру, 18а'],
    ['Миру 17-21', 'вул. Миру, 17–21'],
    ['Миру 18/2, кв. 7', 'вул. Миру, 18/2'],
    ['Миру 18 третій під’їзд', 'вул. Миру, 18'],
    ['Миру 18 в центрі', 'вул. Миру, 18'],
    ['живу на Миру, будинок 3', 'вул. Миру, 3'],
    ['проспект незалежності 40', 'просп. Незалежності, 40'],
    ['на Лесі Українки 4', 'вул. Лесі Українки, 4'],
    ['Хмельницького 12', 'вул. Богдана Хмельницького, 12'],
    ['Пушкінська 5', 'вул. Богдана Лепкого, 5'],
    ['40-річчя Жовтня 7', 'вул. Захисників України, 7'],
    ['улица Киевская 7', 'вул. Київська, 7'],
    ['Myru 18', 'вул. Миру, 18'],
    ['Незалежностї 9', 'просп. Незалежності, 9'],
    ['Хмильницкого 12', 'вул. Богдана Хмельницького, 12'],
    ['Незал', 'просп. Незалежності'],
    ['Садовій 27', 'вул. Садова, 27'],
    ['провулок садовий 3', 'пров. Садовий, 3'],
    ['на Київській', 'вул. Київська'],
  ])('typed «%s» is %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });

  it('without its house may be two streets alike', () => {
    expect(findPlace(city, 'Садов')).toMatchObject({
      found: 'several',
      places: [{ label: 'вул. Садова' }, { label: 'пров. Садовий' }],
    });
  });

  it('in a case that fits two streets is asked about, unless only one has the house', () => {
    expect(findPlace(city, 'на Садовій 3')).toMatchObject({ found: 'several', places: [{}, {}] });
    expect(labelOf('Садова 3')).toBe('вул. Садова, 3');
  });

  it('by a former name of two streets is asked about', () => {
    expect(findPlace(city, 'Леніна 5')).toMatchObject({
      found: 'several',
      places: [{ label: 'вул. Соборна, 5' }, { label: 'пл. Ратушна, 5' }],
    });
  });

  it('with a house the street does not have names the last one', () => {
    expect(findPlace(city, 'Миру 999')).toEqual({
      found: 'no_such_house',
      ...{ street: 'вул. Миру', lastHouse: 40, house: '999' },
      place: { kind: 'address', label: 'вул. Миру, 999', district: 'central' },
    });
    expect(findPlace(city, 'Миру 0')).toMatchObject({ found: 'no_such_house' });
  });

  it('carries the district and never the flat', () => {
    expect(findPlace(city, 'Миру 18 кв 93')).toEqual({
      found: 'one',
      place: { kind: 'address', label: 'вул. Миру, 18', district: 'central' },
    });
  });

  it('of two streets is their crossing', () => {
    expect(labelOf('ріг Садової та Київської')).toBe('вул. Садова – вул. Київська');
  });
});

describe('a landmark', () => {
  it.each([
    ['біля 11 школи', 'Школа № 11'],
    ['за школою 11', 'Школа № 11'],
    ['на базарі', 'Центральний ринок'],
    ['центральному ринку', 'Центральний ринок'],
    ['парк озерний', 'Парк «Озерний»'],
  ])('called «%s» is %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });

  it('that could be two is asked about', () => {
    expect(findPlace(city, 'у парку')).toMatchObject({ found: 'several', places: [{}, {}] });
  });

  it('has its point where the city knows it', () => {
    expect(findPlace(city, 'школа 11')).toMatchObject({
      place: { kind: 'landmark', latitude: 49.46, longitude: 31.49 },
    });
  });
});

describe('anything else', () => {
  it.each(['', '😀', 'десь там', '...', '18', 'біля мого дому', 'я'.repeat(10_000)])(
    'is no place: %#',
    (text) => {
      expect(findPlace(city, text)).toEqual({ found: 'none' });
    },
  );

  it('stays as the person wrote it', () => {
    expect(asWritten('  за гаражами ')).toEqual({ kind: 'as_written', label: 'за гаражами' });
  });
});

describe('a point on the map', () => {
  it('belongs to the district around it', () => {
    expect(placeAt(city, { latitude: 49.5, longitude: 31.5 })).toEqual({
      kind: 'location',
      label: 'точка на карті, Центральний район',
      district: 'central',
      latitude: 49.5,
      longitude: 31.5,
    });
  });

  it('may be outside the city', () => {
    expect(placeAt(city, { latitude: 50.45, longitude: 30.52 })).toBe('outside');
  });
});

describe('coordinates in words', () => {
  it.each([
    ['49.444, 32.059', 49.444, 32.059],
    ['https://maps.example/?q=49.4441;32.0598', 49.4441, 32.0598],
    ['ось тут 49.444 32.059 біля ставка', 49.444, 32.059],
    ['-33.8688, 151.2093', -33.8688, 151.2093],
    ['33.8688, -151.2093', 33.8688, -151.2093],
  ])('«%s» are a point', (text, latitude, longitude) => {
    expect(pointIn(text)).toEqual({ latitude, longitude });
  });

  it.each(['', '49.4, 32.0', '49444 32059', 'буд. 18, кв. 5', '49.444'])('«%s» are none', (text) => {
    expect(pointIn(text)).toBeUndefined();
  });
});

describe('a place named in passing', () => {
  it.each([
    ['не горить ліхтар на Миру 18', 'вул. Миру, 18'],
    ['яма на вулиці Садовій', 'вул. Садова'],
    ['сміття на центральному ринку', 'Центральний ринок'],
  ])('in «%s» is %s', (text, label) => {
    expect(placeNamedIn(city, text)?.label).toBe(label);
  });

  it.each([
    ['a word that only sounds like a street', 'хочу миру'],
    ['a landmark that could be two', 'темно у парку'],
    ['a street without such a house', 'яма на Миру 999'],
    ['nothing of the city', 'болить голова'],
  ])('is not taken from %s', (_what, text) => {
    expect(placeNamedIn(city, text)).toBeUndefined();
  });
});
