import { join } from 'node:path';
import { GROUPS, QUESTION_KINDS } from '../../domain/city';
import { findPlace, placeAt } from '../../domain/places';
import { termsFor } from '../../domain/term';
import { loadCityPack } from '../../infra/city-pack';

const city = loadCityPack(join(__dirname, '../../cities/sample'));

describe('the sample city', () => {
  it('has at least 150 categories, seven or more in each group', () => {
    expect(city.categories.length).toBeGreaterThanOrEqual(150);
    const sizes = GROUPS.map((group) => city.categories.filter((category) => category.group === group).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(7);
  });

  it.each(city.categories.map((category) => [category.code, category] as const))('%s is complete', (_, category) => {
    expect(category.words.length).toBeGreaterThanOrEqual(12);
    expect(category.examples.length).toBeGreaterThanOrEqual(2);
    const registeredAt = new Date('2026-11-02T10:00:00Z');
    const { dueAt, legalDueAt } = termsFor({ ...category, kind: 'application' }, registeredAt, city);
    expect(dueAt.getTime()).toBeLessThanOrEqual(legalDueAt?.getTime() ?? 0);
  });

  it('counts every category under a heading and says how near its repeats lie', () => {
    const headings = new Set(city.headings.map(({ code }) => code));
    expect(headings.size).toBe(city.headings.length);
    expect(city.categories.filter(({ subjectHeading }) => !headings.has(subjectHeading))).toEqual([]);
    const joined = city.categories.filter(({ duplicateRadiusM }) => duplicateRadiusM > 0);
    expect(joined.filter(({ isPublic, isPlaceUseless }) => !isPublic || isPlaceUseless)).toEqual([]);
    expect(joined.filter(({ duplicateRadiusM }) => duplicateRadiusM < 20 || duplicateRadiusM > 500)).toEqual([]);
    expect(joined.length).toBeGreaterThan(80);
  });

  it('asks questions of each kind, four at most', () => {
    const asked = city.categories.flatMap(({ questions }) => questions);
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(QUESTION_KINDS));
    expect(city.categories.filter(({ questions }) => questions.length > 4)).toEqual([]);
  });

  it('promises nothing the law would have to cut', () => {
    const cut = city.categories.filter(({ complexity, target }) => {
      const days = target.unit === 'hours' ? target.amount / 24 : target.unit === 'working_days' ? target.amount * 1.4 : target.amount;
      return days > (complexity === 'usual' || complexity === 'hard' ? 30 : 15);
    });
    expect(cut.map(({ code }) => code)).toEqual([]);
  });

  it('uses every department and every landmark stands in its district', () => {
    const used = new Set(city.categories.map(({ department }) => department));
    expect(city.departments.filter(({ code }) => !used.has(code))).toEqual([]);
    const astray = city.landmarks.filter(({ location, district }) => {
      const place = location && placeAt(city, location);
      return place && (place === 'outside' || place.district !== district);
    });
    expect(astray.map(({ names }) => names.uk)).toEqual([]);
  });

  it('writes with real apostrophes and quotes', () => {
    const uk = JSON.stringify(city.categories.map(({ names, examples, questions }) => [names.uk, examples, questions]));
    expect(uk).not.toMatch(/'|\\"/);
  });

  it('knows each of its streets by name and house', () => {
    const lost = city.streets.filter(({ name, prefix }) => {
      const found = findPlace(city, `${prefix} ${name} 2`);
      return found.found !== 'one' || found.place.label !== `${prefix} ${name}, 2`;
    });
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});
