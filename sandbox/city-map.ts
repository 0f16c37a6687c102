import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

type Names = Record<string, string>;
type Point = [longitude: number, latitude: number];

export interface SamplePlace {
  names: Names;
  latitude: number;
  longitude: number;
  isOutside: boolean;
}

export interface CityMap {
  names: Names;
  timeZone: string;
  districts: { names: Names; outline: Point[] }[];
  places: SamplePlace[];
}

interface Landmark {
  names: Names;
  location: { latitude: number; longitude: number };
}

interface District {
  properties: { names: Names };
  geometry: { type: string; coordinates: Point[][] | Point[][][] };
}

const PLACES_SHOWN = 8;

/** The city as the page draws it: outlines of districts and places to share, some of them outside. */
export function readCityMap(cityDir: string): CityMap {
  const read = (file: string) => readFileSync(join(cityDir, file), 'utf8');
  const city = parse(read('city.yaml')) as { names: Names; timeZone: string };
  const landmarks = parse(read('landmarks.yaml')) as Landmark[];
  const geo = JSON.parse(read('districts.geojson')) as { features: District[] };
  const districts = geo.features.flatMap(toDistricts);
  const inside = spread(landmarks).map(({ names, location }) => ({ names, ...location, isOutside: false }));
  return {
    names: city.names,
    timeZone: city.timeZone,
    districts,
    places: [...inside, ...outsideOf(districts.flatMap(({ outline }) => outline))],
  };
}

function toDistricts({ properties, geometry }: District) {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
  return (polygons as Point[][][]).map(([outline]) => ({ names: properties.names, outline: outline ?? [] }));
}

/** A few landmarks from all over the list: neighbours in it are neighbours in the city. */
function spread(landmarks: Landmark[]): Landmark[] {
  const step = Math.max(1, Math.floor(landmarks.length / PLACES_SHOWN));
  return landmarks.filter((_, index) => index % step === 0).slice(0, PLACES_SHOWN);
}

function outsideOf(points: Point[]): SamplePlace[] {
  const longitudes = points.map(([longitude]) => longitude);
  const latitudes = points.map(([, latitude]) => latitude);
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const middle = { latitude: (south + north) / 2, longitude: (west + east) / 2 };
  return [
    {
      names: { uk: 'Сусідня громада (за містом)', en: 'The next community (outside)' },
      latitude: round(middle.latitude),
      longitude: round(east + (east - west) * 0.18),
      isOutside: true,
    },
    {
      names: { uk: 'Дача (за містом)', en: 'A summer house (outside)' },
      latitude: round(south - (north - south) * 0.14),
      longitude: round(middle.longitude),
      isOutside: true,
    },
  ];
}

const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;
