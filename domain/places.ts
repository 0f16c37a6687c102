import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { City, Landmark, Street } from './city';
import { houseAfter } from './house';
import type { Place } from './place';
import { findStreets, prefixAround } from './street-match';
import type { StreetMatch } from './street-match';
import { findLandmarks } from './landmark-match';
import { wordsOf } from './words';
import type { Word } from './words';

/** A number past the last house the city knows on that street: perhaps a slip, perhaps a new house. */
export interface HouseDoubt {
  readonly street: string;
  readonly lastHouse: number;
  readonly house: string;
}

export type FoundPlace =
  | { readonly found: 'one'; readonly place: Place }
  | { readonly found: 'several'; readonly places: readonly Place[] }
  | ({ readonly found: 'no_such_house'; readonly place: Place } & HouseDoubt)
  | { readonly found: 'none' };

const MOST_CHOICES = 5;
const SURE = 0.9;
const LEAST_SCORE = 0.55;
/** Guesses this much worse than the best one are not worth asking about. */
const WORSE = 0.15;
/** Among sure matches a whole name beats the same stem with another ending. */
const WORSE_THAN_SURE = 0.07;
const LONGEST_READ = 300;

/** The place a person wrote: an address, a crossing or a landmark of the city; a flat is never kept. */
export function findPlace(city: Pick<City, 'streets' | 'landmarks'>, text: string): FoundPlace {
  const words = wordsOf(text.slice(0, LONGEST_READ));
  const streets = findStreets(city, words).filter(({ score }) => score >= LEAST_SCORE);
  const landmarks = findLandmarks(city, words);
  const best = streets[0];
  const isAddress = best && (best.score >= SURE || houseAfter(words, best.end) !== undefined);
  if (best && (isAddress || landmarks.length === 0)) return fromStreets(best, streets, words);
  return choose(landmarks.map(landmarkPlace));
}

/** Words that name a place in passing, surely enough to ask «is it there?»: a house, a street called one, or a landmark. */
export function placeNamedIn(city: Pick<City, 'streets' | 'landmarks'>, text: string): Place | undefined {
  const words = wordsOf(text.slice(0, LONGEST_READ));
  const isSaid = ({ score, start, end }: StreetMatch) =>
    score >= SURE && (houseAfter(words, end) !== undefined || prefixAround(words, start, end) !== undefined);
  const [best] = findStreets(city, words).filter(isSaid);
  const found = best
    ? fromStreets(best, [best], words)
    : choose(findLandmarks(city, words).map(landmarkPlace));
  return found.found === 'one' ? found.place : undefined;
}

const POINT = /(-?\d{1,2}\.\d{3,})\s*[,;\s]\s*(-?\d{1,3}\.\d{3,})/;

/** A pair of coordinates in words or in a link to a map. */
export function pointIn(text: string): { readonly latitude: number; readonly longitude: number } | undefined {
  const [, latitude, longitude] = POINT.exec(text) ?? [];
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined;
}

/** The person's own words as a place, when the city knows none like it. */
export const asWritten = (text: string): Place => ({ kind: 'as_written', label: text.trim() });

/** The place of a point on the map, or `outside` when no district of the city holds it. */
export function placeAt(
  city: Pick<City, 'districts'>,
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
): Place | 'outside' {
  const district = city.districts.find(({ polygon }) =>
    booleanPointInPolygon([longitude, latitude], {
      type: 'Polygon',
      coordinates: polygon.map((ring) => ring.map((point) => [...point])),
    }),
  );
  if (!district) return 'outside';
  const label = `точка на карті, ${district.names.uk}`;
  return { kind: 'location', label, district: district.code, latitude, longitude };
}

function choose(places: readonly Place[]): FoundPlace {
  const [first, ...others] = places;
  if (!first) return { found: 'none' };
  return others.length === 0
    ? { found: 'one', place: first }
    : { found: 'several', places: places.slice(0, MOST_CHOICES) };
}

function fromStreets(best: StreetMatch, all: readonly StreetMatch[], words: readonly Word[]): FoundPlace {
  const house = houseAfter(words, best.end);
  const crossing = house === undefined ? crossingWith(best, all) : undefined;
  if (crossing) return { found: 'one', place: crossing };
  const likeBest = (margin: number) =>
    all.filter(
      (match) => match.start === best.start && best.score - match.score < margin && !isPartOf(best, match),
    );
  const near = likeBest(best.score >= SURE ? WORSE_THAN_SURE : WORSE);
  const rivals = near.length > 0 ? near : [best];
  const fitting =
    [rivals, likeBest(WORSE)]
      .map((some) => some.filter(({ street }) => hasHouse(street, house)))
      .find(isSome) ?? [];
  if (fitting.length === 0 && house !== undefined) return doubted(best.street, house);
  return choose(fitting.map(({ street }) => addressPlace(street, house)));
}

/** «Героїв Крут» was said, not «Героїв». */
const isPartOf = (best: StreetMatch, other: StreetMatch): boolean =>
  best.score >= SURE && other.end < best.end;

const doubted = (street: Street, house: string): FoundPlace => ({
  found: 'no_such_house',
  street: streetLabel(street),
  lastHouse: street.lastHouse,
  house,
  place: addressPlace(street, house),
});

const isSome = (list: readonly unknown[]): boolean => list.length > 0;

const hasHouse = (street: Street, house: string | undefined): boolean =>
  house === undefined || (parseInt(house, 10) >= 1 && parseInt(house, 10) <= street.lastHouse);

/** Two sure streets and no house are a crossing. */
function crossingWith(best: StreetMatch, all: readonly StreetMatch[]): Place | undefined {
  const other = all.find(
    ({ start, end, score }) => score >= SURE && (start >= best.end || end <= best.start),
  );
  if (!other || best.score < SURE) return undefined;
  const [first, second] = best.start < other.start ? [best, other] : [other, best];
  const label = `${streetLabel(first.street)} – ${streetLabel(second.street)}`;
  return { kind: 'address', label, district: first.street.district };
}

const streetLabel = ({ prefix, name }: Street): string => `${prefix} ${name}`;

const addressPlace = (street: Street, house: string | undefined): Place => ({
  kind: 'address',
  label: house ? `${streetLabel(street)}, ${house}` : streetLabel(street),
  district: street.district,
});

const landmarkPlace = ({ names, district, location }: Landmark): Place => ({
  kind: 'landmark',
  label: names.uk,
  district,
  ...location,
});
