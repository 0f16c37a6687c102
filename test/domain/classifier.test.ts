import { join } from 'node:path';
import { createClassifier } from '../../domain/classifier';
import { loadCityPack } from '../../infra/city-pack';
import { DANGEROUS, LABELLED, NOT_APPEALS, NOT_DANGEROUS } from './labelled-texts';

const city = loadCityPack(join(__dirname, '../../cities/sample'));
const classifier = createClassifier(city);
const groupByCode = new Map(city.categories.map(({ code, group }) => [code, group]));
const groupsOf = (text: string) => classifier.propose(text).map(({ code }) => groupByCode.get(code));
const shareOf = (isRight: (text: string, group: string) => boolean): number =>
  LABELLED.filter(([group, text]) => isRight(text, group)).length / LABELLED.length;

describe('the proposed categories', () => {
  it('name the right group first in four texts of five', () => {
    expect(shareOf((text, group) => groupsOf(text)[0] === group)).toBeGreaterThanOrEqual(0.85);
  });

  it('have the right group among the first three in nine texts of ten', () => {
    expect(
      shareOf((text, group) =>
        groupsOf(text)
          .slice(0, 3)
          .some((found) => found === group),
      ),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['яма на дорозі', 'road-pothole'],
    ['ЛІФТ НЕ ПРАЦЮЄ!!!', 'lift-broken'],
    ['лифт не работает', 'lift-broken'],
    ['ліхтр не горіть', 'street-lamp'],
    ['nema svitla vdoma', 'power-outage'],
    ['zabyta kanalizatsiia', 'sewage-blocked'],
    ['pothole', 'road-pothole'],
    ['зграї собак', 'stray-dogs'],
    ['пiд’їзд не прибирають, бруд на сходах', 'entrance-cleaning'],
    ['не вивозять сміття', 'waste-not-collected'],
  ])('for «%s» begin with %s', (text, code) => {
    expect(classifier.propose(text)[0]?.code).toBe(code);
  });

  it.each(LABELLED)('are distinct, few and less and less sure (%s: %s)', (_, text) => {
    const proposals = classifier.propose(text);
    expect(proposals.length).toBeLessThanOrEqual(5);
    expect(new Set(proposals.map(({ code }) => code)).size).toBe(proposals.length);
    const confidences = proposals.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(confidences.every((confidence) => confidence > 0 && confidence < 1)).toBe(true);
  });

  it.each([...NOT_APPEALS, '', ' \n ', 'ь'.repeat(10_000)])('are none for what says nothing: %#', (text) => {
    expect(classifier.propose(text)).toEqual([]);
  });

  it('come within 5 ms for a message, once warm', () => {
    const texts = LABELLED.map(([, text]) => text);
    for (const text of texts) classifier.propose(text);
    const startedAt = performance.now();
    for (const text of texts) classifier.propose(text);
    expect((performance.now() - startedAt) / texts.length).toBeLessThan(5);
  });
});

describe('the search for a category', () => {
  it.each([
    ['ліфт', 'lift-broken'],
    ['лифт', 'lift-broken'],
    ['світлоф', 'traffic-light'],
    ['lamp', 'street-lamp'],
    ['traffic', 'traffic-light'],
    ['субсидію', 'housing-subsidy'],
    ['смітя', 'waste-not-collected'],
    ['булінг', 'school-bullying'],
    ['liucenko lift', 'lift-broken'],
    ['басейн', 'swimming-pool'],
    ['яма', 'road-pothole'],
  ])('for «%s» finds %s among the first five', (query, code) => {
    expect(classifier.search(query).slice(0, 5)).toContain(code);
  });

  it.each(['', '???', 'ъъъъъ'])('for «%s» finds nothing', (query) => {
    expect(classifier.search(query)).toEqual([]);
  });
});

describe('a danger to life', () => {
  it.each(DANGEROUS)('is named by «%s»', (text) => {
    expect(classifier.isDangerous(text)).toBe(true);
  });

  it.each([...NOT_DANGEROUS, ...NOT_APPEALS])('is not named by «%s»', (text) => {
    expect(classifier.isDangerous(text)).toBe(false);
  });
});
