import type { Appeal } from '../domain/appeal';
import type { City } from '../domain/city';
import { maskContacts } from '../domain/masking';
import type { Place } from '../domain/place';
import type { Markup } from '../messengers/messenger';
import { placeLine } from './appeal-preview';
import { categoryName } from './citizen-screens';
import { lines, paragraphs, type Texts } from './texts';

/** A place of the city's own lists; what somebody wrote themselves is not shown to others. */
const publicPlace = (t: Texts, city: City, place: Place | undefined): string =>
  place?.kind === 'address' || place?.kind === 'landmark'
    ? maskContacts(placeLine(t, city, place))
    : t.plain('near-here');

function nearLine(t: Texts, city: City, appeal: Appeal, index: number): Markup {
  const facts = {
    index: index + 1,
    category: categoryName(city, appeal, t),
    place: publicPlace(t, city, appeal.place),
    day: appeal.registeredAt,
    status: t.plain(appeal.status === 'submitted' ? 'near-waiting' : 'near-in-progress'),
    count: appeal.joinerIds?.length ?? 0,
  };
  return t('near-line', facts);
}

/** What is open nearby about the same thing: subject, place, day, state and how many wait; nobody's words or name. */
export const nearLines = (t: Texts, city: City, appeals: readonly Appeal[], citizenId: string): Markup =>
  paragraphs(
    t(appeals.every((appeal) => appeal.citizenId === citizenId) ? 'ask-join-own' : 'ask-join'),
    lines(...appeals.map((appeal, index) => nearLine(t, city, appeal, index))),
  );
