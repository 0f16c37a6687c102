import { MARK_KINDS, STATUSES, type Appeal, type EventType } from '../../domain/appeal';
import { OUTCOMES } from '../../domain/outcome';
import { NO_COPY } from '../../domain/files';
import type { Citizen } from '../../domain/citizen';
import type { Screen } from '../../messengers/messenger';
import * as citizen from '../../screens/citizen-screens';
import { nearLines } from '../../screens/near-screen';
import { listScreen } from '../../screens/list-screen';
import * as menu from '../../screens/menu-screens';
import * as notices from '../../screens/notice-screens';
import { reasonsScreen, starsScreen } from '../../screens/rating-screens';
import { queueScreen } from '../../screens/queue-screens';
import { categoriesScreen, recategorisedScreen } from '../../screens/recategorise-screens';
import * as staff from '../../screens/staff-screens';
import type { Texts } from '../../screens/texts';
import {
  aCitizen,
  aDraft,
  anAnswer,
  anAppeal,
  closedByHand,
  anEvent,
  aPhoto,
  days,
  NOW,
} from '../support/builders';
import { city } from '../support/sample-city';

type Named = readonly [string, Screen];

/** As long as ids get. */
export const LONG_ID = 'AbCdEfGh12345678';

const LONGEST = city.categories.reduce((a, b) => (b.names.uk.length > a.names.uk.length ? b : a));

const LINKS = ['QrStUvWx12345678', 'YzAbCdEf12345678'].map((id, index) => ({
  id,
  number: `2026-00001${index}`,
}));
/** Joined and led, marked in every way, for others and with others. */
const TOGETHER: Partial<Appeal> = {
  leadId: LINKS[0]!.id,
  joinerIds: LINKS.map(({ id }) => id),
  marks: MARK_KINDS.map((kind) => ({ kind, of: LINKS })),
  onBehalfOf: { name: 'Коваль Ганна Іванівна', residence: 'вул. Миру, 18, кв. 5' },
  coAuthors: ['Мельник Петро Ілліч', 'Бондар Ніна Олегівна'],
  ...{ authorCategory: 'disability_2', socialStatus: 'unemployed', isPreferred: true },
  events: [
    anEvent('event-1', { facts: { other: LINKS[0]! } }),
    anEvent('event-2', { type: 'appeal.separated', facts: { other: LINKS[0]! } }),
  ],
};

/** The same appeal in every status, answered in every way, on time and late. */
export const appeals = (overrides: Partial<Appeal> = {}): Appeal[] => [
  ...STATUSES.map((status) => anAppeal({ id: LONG_ID, status, ...overrides })),
  ...OUTCOMES.map((outcome) => {
    const answers = [
      anAnswer({ outcome, ground: 'Стаття 8', plannedOn: '2026-12-07', attachments: [aPhoto('a')] }),
    ];
    return anAppeal({ id: LONG_ID, status: 'answered', outcome, answers, ...overrides });
  }),
  anAppeal({ id: LONG_ID, ...TOGETHER, ...overrides }),
  closedByHand({ id: LONG_ID, ...overrides }),
  anAppeal({ id: LONG_ID, category: LONGEST.code, dueAt: days(-1), needsModerator: true, ...overrides }),
];

export function citizenScreens(t: Texts, appeal: Appeal): Named[] {
  const event = appeal.events.at(-1) ?? anEvent('event-1');
  const drafts = [aDraft({ id: LONG_ID }), aDraft({ id: LONG_ID, fields: { pieces: appeal.pieces } })];
  const listed = { appeals: Array.from({ length: 5 }, () => appeal), total: 23, page: 2, drafts };
  return [
    ['registered', citizen.registeredScreen(t, city, appeal)],
    ['card', citizen.cardScreen(t, city, appeal, NOW)],
    ['history', citizen.historyScreen(t, appeal)],
    ['withdraw', citizen.withdrawScreen(t, appeal)],
    ['stars', starsScreen(t, appeal)],
    ['reasons', reasonsScreen(t, appeal)],
    ['list', listScreen(t, city, listed)],
    ['taken', notices.takenNotice(t, city, appeal)],
    ['details asked', notices.detailsAskedNotice(t, city, appeal, event)],
    ['answered', notices.answeredNotice(t, city, appeal, event)],
    ['rate reminder', notices.rateReminder(t, city, appeal)],
    ['near', { text: nearLines(t, city, [appeal, appeal], 'telegram-9') }],
    ['draft nudge', notices.draftNudge(t, aDraft({ id: LONG_ID }))],
  ];
}

export function menuScreens(t: Texts, person: Citizen = aCitizen()): Named[] {
  return [
    ['start', menu.startScreen(t, city)],
    ['how', menu.howScreen(t)],
    ['human', menu.humanScreen(t, city)],
    ['language', menu.languageScreen(t, city)],
    ['profile', menu.profileScreen(t, person)],
  ];
}

/** Only these events are told under the card. */
const NOTED: readonly EventType[] = [
  'appeal.submitted',
  'appeal.detail_added',
  'appeal.amended',
  'appeal.completed',
  'appeal.returned_for_rework',
  'appeal.withdrawn',
  'appeal.separated',
  'appeal.corrected',
  'appeal.identified',
];

/** What a group or a moderator may read; `words` is what somebody looked for. */
export function staffScreens(t: Texts, appeal: Appeal, words = 'ліхтар'): Named[] {
  const many = Array.from({ length: 20 }, () => appeal);
  const noted = appeal.events.filter(({ type }) => NOTED.includes(type));
  const notes = noted.flatMap((event): Named[] => {
    const note = staff.staffNote(t, appeal, event, { files: [], leftOut: NO_COPY });
    return note ? [[`note ${event.type}`, note]] : [];
  });
  return [
    ['card', staff.staffCard(t, city, appeal, NOW)],
    ['history', staff.staffHistory(t, appeal)],
    ['queue', queueScreen(t, city, { open: many, whole: [appeal], now: NOW, section: 'late' })],
    ['empty queue', queueScreen(t, city, { open: [], whole: [], now: NOW })],
    ['recategorised', recategorisedScreen(t, city, appeal, { isSeen: true, now: NOW })],
    [
      'categories',
      categoriesScreen(t, city, appeal, {
        codes: city.categories.map(({ code }) => code).slice(0, 6),
        isFound: true,
      }),
    ],
    ['found', staff.foundScreen(t, city, many, words)],
    ...notes,
  ];
}
