import type { Place } from './place';
import { wordsOf } from './words';

/** About 330 m to the north and, at Ukraine’s latitudes, 220 m to the east. */
const CELL_DEGREES = 0.003;
const METRES_PER_DEGREE = 111_320;
/** So many cells are still few ranges of an index. */
const MOST_REACH_M = 700;

type Point = { readonly latitude: number; readonly longitude: number };

const pointOf = ({ latitude, longitude }: Place): Point | undefined =>
  latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };

const cellOf = (degrees: number): number => Math.floor(degrees / CELL_DEGREES);
const cellKey = (north: number, east: number): string => `@${north}.${east}`;

/** «вул. Миру, 18» and «вул Миру 18» are one label; a bare point on the map has none of its own. */
const labelKey = ({ kind, label }: Place): string | undefined =>
  kind === 'location'
    ? undefined
    : wordsOf(label)
        .map(({ form }) => form)
        .join(' ')
        .slice(0, 100);

const present = (keys: readonly (string | undefined)[]): string[] => keys.filter((key) => key !== undefined);

/** What a place is stored under: its label, and the cell of the map where it is a point. */
export function placeKeysOf(place: Place): string[] {
  const point = pointOf(place);
  return present([labelKey(place), point && cellKey(cellOf(point.latitude), cellOf(point.longitude))]);
}

/** The keys under which everything within `radiusM` metres of a place is stored. */
export function keysWithin(place: Place, radiusM: number): string[] {
  const point = pointOf(place);
  return present([labelKey(place), ...(point ? cellsAround(point, Math.min(radiusM, MOST_REACH_M)) : [])]);
}

function cellsAround({ latitude, longitude }: Point, reachM: number): string[] {
  const north = reachM / METRES_PER_DEGREE;
  const east = north / Math.cos((latitude * Math.PI) / 180);
  const rows = between(cellOf(latitude - north), cellOf(latitude + north));
  const columns = between(cellOf(longitude - east), cellOf(longitude + east));
  return rows.flatMap((row) => columns.map((column) => cellKey(row, column)));
}

const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** Metres between two places: 0 for the same address or landmark, none when it cannot be known. */
export function metresBetween(a: Place, b: Place): number | undefined {
  const [from, to] = [pointOf(a), pointOf(b)];
  if (from && to) {
    const north = (to.latitude - from.latitude) * METRES_PER_DEGREE;
    const east =
      (to.longitude - from.longitude) * METRES_PER_DEGREE * Math.cos((from.latitude * Math.PI) / 180);
    return Math.hypot(north, east);
  }
  const label = labelKey(a);
  return label !== undefined && label === labelKey(b) ? 0 : undefined;
}
