import { isByAuthor } from './account-move';
import { Temporal } from '@js-temporal/polyfill';
import { lastAnswer, type Appeal, type AppealEvent, type EventType } from './appeal';
import { endOfDay } from './calendar';
import type { City } from './city';
import { promiseOf } from './follow-up';
import { after, DAY_MS, type Instant } from './instant';

const CLOSINGS: readonly EventType[] = ['appeal.confirmed', 'appeal.closed_by_hand'];

type Kind = Pick<AppealEvent, 'type'>;

/** How it was closed last: by the citizen’s own word or by a controller’s hand. */
export const closingOf = <Event extends Kind>({ events }: { readonly events: readonly Event[] }) =>
  events.findLast(({ type }) => CLOSINGS.includes(type));

/** What says where it stands. */
export type Standing = Pick<Appeal, 'status'> & { readonly events: readonly Kind[] };

/** Closed without the citizen’s word: nobody may call it solved. */
export const isClosedByHand = (appeal: Standing): boolean =>
  appeal.status === 'closed' && closingOf(appeal)?.type === 'appeal.closed_by_hand';

/** The citizen's own word closed it, and it is closed now. */
export const isConfirmed = (appeal: Standing): boolean =>
  appeal.status === 'closed' && closingOf(appeal)?.type === 'appeal.confirmed';

/**
 * Until when a closed appeal may be sent back; it counts from the closing, not from the answer, and what was planned must
 * have had its day.
 */
export function windowEndsAt(appeal: Appeal, city: Pick<City, 'reworkWindowDays'>): Instant | undefined {
  const closing = appeal.status === 'closed' ? closingOf(appeal) : undefined;
  if (!closing) return undefined;
  const promise = promiseOf(appeal);
  const planned = promise ? new Date(`${promise.plannedOn}T23:59:59Z`) : closing.at;
  return after(planned > closing.at ? planned : closing.at, city.reworkWindowDays * DAY_MS);
}

type Patience = Pick<City, 'closeAfterSilentDays' | 'timeZone'>;

/**
 * From when a controller may close an answered appeal by hand: the pack's days after the last answer or the citizen's
 * last word, and never before the work promised for a day could have been seen.
 */
export function closableFrom(appeal: Appeal, { closeAfterSilentDays, timeZone }: Patience): Instant {
  const { events, registeredAt } = appeal;
  const spoken = events.findLast(({ type, by }) => type === 'appeal.answered' || isByAuthor(appeal, by));
  const planned = lastAnswer(appeal)?.plannedOn;
  const moments = [
    spoken?.at ?? registeredAt,
    ...(planned ? [endOfDay(Temporal.PlainDate.from(planned), timeZone)] : []),
  ];
  const latest = Math.max(...moments.map((moment) => moment.getTime()));
  return after(new Date(latest), closeAfterSilentDays * DAY_MS);
}
