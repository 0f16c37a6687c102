import type { City } from '../domain/city';
import { maskContacts } from '../domain/masking';
import type { Place } from '../domain/place';
import type { Markup } from '../messengers/messenger';
import { placeLine } from './appeal-preview';
import { lines, type Texts } from './texts';

const DECIMALS = 5;

/** Where to look on any map, to within two metres; nothing for a place known by its name only. */
export const pointLine = (t: Texts, { kind, latitude, longitude }: Place): Markup | undefined =>
  kind === 'location' && latitude !== undefined && longitude !== undefined
    ? t('place-point', { point: `${latitude.toFixed(DECIMALS)}, ${longitude.toFixed(DECIMALS)}` })
    : undefined;

/** A place under a message that tells of it. */
export const placeLines = (t: Texts, city: City, place: Place): Markup =>
  lines(t('preview-place', { place: placeLine(t, city, place) }), pointLine(t, place));

/** The same as a staff chat may see it: no flats and phones. */
export const staffPlaceLines = (t: Texts, city: City, place: Place): Markup =>
  lines(t('staff-place', { place: maskContacts(placeLine(t, city, place)) }), pointLine(t, place));
