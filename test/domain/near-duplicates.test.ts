import { nearDuplicates, sharesPicture } from '../../domain/near-duplicates';
import { keysWithin, metresBetween, placeKeysOf } from '../../domain/nearness';
import type { Place } from '../../domain/place';
import { anAppeal, aPhoto, days, NOW } from '../support/builders';

const category = { code: 'street-lamp', isPublic: true, duplicateRadiusM: 100 };
const house: Place = { kind: 'address', label: 'вул. Миру, 18', district: 'central' };
const point = (latitude: number, longitude = 30.5): Place => ({
  kind: 'location',
  label: 'точка',
  latitude,
  longitude,
});
const HERE = point(50.45);
/** Degrees to the north for so many metres. */
const north = (metres: number): Place => point(50.45 + metres / 111_320);
const text = 'Третю добу не горить ліхтар біля під’їзду';
const lamp = (overrides: object = {}) => anAppeal({ id: 'lead', place: HERE, ...overrides });
const found = (appeal: ReturnType<typeof anAppeal>, sought: object = {}) =>
  nearDuplicates({ category, place: HERE, text, attachments: [], ...sought }, [appeal], NOW).length === 1;

describe('an appeal about the same thing', () => {
  it.each([
    ['at the same point', lamp(), {}, true],
    ['within the radius, with alike words', lamp({ place: north(80) }), {}, true],
    ['within the radius, with other words', lamp({ place: north(80) }), { text: 'собаки гавкають' }, false],
    ['on the spot, with other words', lamp({ place: north(10) }), { text: 'темно' }, true],
    ['beyond the radius', lamp({ place: north(120) }), {}, false],
    ['at the same address', lamp({ place: house }), { place: { ...house, label: 'вул Миру 18' } }, true],
    ['at another house', lamp({ place: house }), { place: { ...house, label: 'вул. Миру, 20' } }, false],
    ['of another category', lamp({ category: 'pothole' }), {}, false],
    ['that is answered', lamp({ status: 'answered' }), {}, false],
    ['that is withdrawn', lamp({ status: 'withdrawn' }), {}, false],
    ['that is two months old', lamp({ registeredAt: days(-60) }), {}, false],
    ['that itself joined another', lamp({ leadId: 'other' }), {}, false],
    ['of a confidential category', lamp(), { category: { ...category, isPublic: false } }, false],
    ['of a category nobody joins', lamp(), { category: { ...category, duplicateRadiusM: 0 } }, false],
  ] as const)('%s', (_, appeal, sought, isFound) => {
    expect(found(appeal, sought)).toBe(isFound);
  });

  it('with a near-identical picture stands before those with alike words, three at most', () => {
    const photo = aPhoto('p', { look: 'ffff0000ffff0000' });
    const appeals = [1, 2, 3, 4].map((index) => lamp({ id: `lead-${index}`, place: north(index) }));
    const pictured = lamp({ id: 'pictured', place: north(90), pieces: [], attachments: [photo] });
    const mine = [aPhoto('q', { look: 'ffff0000ffff0007' })];
    const ids = nearDuplicates(
      { category, place: HERE, text, attachments: mine },
      [...appeals, pictured],
      NOW,
    );
    expect(ids.map(({ id }) => id)).toEqual(['pictured', 'lead-1', 'lead-2']);
  });

  it.each([
    ['ffff0000ffff0000', 'ffff0000ffff003f', true],
    ['ffff0000ffff0000', 'ffff0000ffff007f', false],
    ['ffff0000ffff0000', undefined, false],
  ])('shares a picture: %s and %s is %s', (a, b, isShared) => {
    expect(sharesPicture([aPhoto('a', { look: a })], [aPhoto('b', b ? { look: b } : {})])).toBe(isShared);
  });
});

describe('the keys of a place', () => {
  it.each([0, 30, 100, 300, 650])('hold everything within reach: %s m', (metres) => {
    for (const [latitude, longitude] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [0.7, 0.7],
    ] as const) {
      const degrees = metres / 111_320;
      const there = point(50.4512 + latitude * degrees, 30.5207 + (longitude * degrees) / Math.cos(0.88));
      const near = keysWithin(point(50.4512, 30.5207), metres * 1.02);
      expect(near).toEqual(expect.arrayContaining(placeKeysOf(there)));
    }
  });

  it('are few, so that a search reads few ranges', () => {
    expect(keysWithin(HERE, 100).length).toBeLessThanOrEqual(6);
    expect(keysWithin(HERE, 1_000_000).length).toBeLessThanOrEqual(60);
  });

  it('know nothing of the distance between a point and an address', () => {
    expect(metresBetween(HERE, house)).toBeUndefined();
    expect(metresBetween(HERE, north(50))).toBeCloseTo(50, 0);
  });
});
