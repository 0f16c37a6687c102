import type { Appeal, AppealEvent, EventType } from './appeal';
import type { Instant } from './instant';
import { IN_GROUP, RANKS, type Notice, type NoticeKind } from './notice';

interface Recipient {
  readonly messenger: string;
  readonly chatId: string;
}

/** Who can be told about an appeal. */
export interface Recipients {
  readonly citizen?: Recipient;
  readonly staff?: Recipient;
  readonly executor?: Recipient;
  /** Who asked the head for more time last. */
  readonly asker?: Recipient;
  /** Heads of the department that has it. */
  readonly heads?: readonly Recipient[];
  readonly controllers: readonly Recipient[];
  readonly deputies?: readonly Recipient[];
  /** It is about officials: controllers hear privately what groups, heads and deputies hear of others (art. 7). */
  readonly isCircle?: boolean;
  /** Who hears, without a word of it, that no controller could be told. */
  readonly moderators?: readonly Recipient[];
}

export type Side = Exclude<keyof Recipients, 'isCircle'>;

/** Whom each event is told to, and as what. The card follows every change. */
export const TOLD: Record<EventType, readonly (readonly [Side, NoticeKind])[]> = {
  'appeal.submitted': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.taken': [['staff', 'card'], ['citizen', 'taken']],
  'appeal.assigned': [['staff', 'card'], ['citizen', 'taken'], ['executor', 'given']],
  'appeal.declined': [['staff', 'card'], ['staff', 'declined_note']],
  'appeal.rerouted': [['staff', 'card']],
  'appeal.handed_over': [['staff', 'card']],
  'appeal.recategorised': [['staff', 'card'], ['citizen', 'term_changed']],
  'appeal.details_asked': [['staff', 'card'], ['citizen', 'details_asked']],
  'appeal.detail_added': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.amended': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.answered': [['staff', 'card'], ['citizen', 'answered']],
  'appeal.answer_corrected': [['staff', 'card'], ['citizen', 'answer_corrected']],
  'appeal.noted': [['staff', 'card']],
  'appeal.objected': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.confirmed': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.rated': [['staff', 'card']],
  'appeal.returned_for_rework': [
    ['staff', 'card'], ['staff', 'staff_note'], ['executor', 'rework_alert'], ['controllers', 'rework_alert'],
  ],
  'appeal.withdrawn': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.extended': [['staff', 'card'], ['citizen', 'decided'], ['asker', 'extension_settled']],
  'appeal.extension_asked': [['staff', 'card'], ['heads', 'extension_asked']],
  'appeal.extension_declined': [['staff', 'card'], ['asker', 'extension_settled']],
  'appeal.delay_explained': [['staff', 'card'], ['citizen', 'delay_explained']],
  'appeal.forwarded': [['staff', 'card'], ['citizen', 'decided']],
  'appeal.returned': [['staff', 'card'], ['citizen', 'decided']],
  'appeal.not_considered': [['staff', 'card'], ['citizen', 'decided']],
  'appeal.incoming_recorded': [['staff', 'card']],
  'appeal.corrected': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.identified': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.pseudonymised': [['staff', 'card']],
  'appeal.completed': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.joined': [['staff', 'card']],
  'appeal.left': [['staff', 'card']],
  'appeal.linked': [['staff', 'card'], ['citizen', 'joining']],
  'appeal.separated': [['staff', 'card'], ['staff', 'staff_note'], ['citizen', 'joining']],
  'appeal.labelled': [['staff', 'card']],
  'appeal.files_hidden': [['staff', 'card'], ['citizen', 'hiding']],
  'appeal.files_shown': [['staff', 'card'], ['staff', 'staff_note'], ['citizen', 'hiding']],
  'appeal.author_moved': [['staff', 'card']],
  'appeal.official_named': [['staff', 'card']],
  'appeal.helped': [['staff', 'card']],
  'appeal.help_awaited': [['staff', 'card']],
  'appeal.not_helped': [['staff', 'card'], ['staff', 'staff_note'], ['controllers', 'not_helped']],
  'appeal.closed_by_hand': [['staff', 'card'], ['citizen', 'closed_by_hand']],
}; // prettier-ignore

/** False for an event of a newer version: nobody here knows whom to tell. */
export const isTold = ({ type }: AppealEvent): boolean => Object.hasOwn(TOLD, type);

/** A rework climbs: the second goes to the head too, later ones to the deputy mayor as well. */
export function climbOf(reworkCount: number): readonly Side[] {
  if (reworkCount < 2) return [];
  return reworkCount === 2 ? ['heads'] : ['heads', 'deputies'];
}

const toldOf = (event: AppealEvent, { reworkCount }: Appeal): readonly (readonly [Side, NoticeKind])[] => {
  const climbs = event.type === 'appeal.returned_for_rework' ? climbOf(reworkCount) : [];
  return [...TOLD[event.type], ...climbs.map((side) => [side, 'rework_alert'] as const)];
};

/** Where nobody holds a role, what is meant for it goes a step further; the executors are the staff. */
const FALLS_TO: Partial<Record<Side, Side>> = {
  executor: 'staff',
  heads: 'controllers',
  deputies: 'controllers',
  controllers: 'staff',
};

/** A complaint about officials stays among the controllers; without any the moderators hear that it waits. */
const FALLS_IN_CIRCLE: Partial<Record<Side, Side>> = {
  executor: 'controllers',
  staff: 'controllers',
  heads: 'controllers',
  deputies: 'controllers',
  controllers: 'moderators',
};

/**
 * How it is said on that side: a group hears what was meant for one of its people under the card, and so do the
 * controllers who have the card instead of it.
 */
export function saidOn(
  side: Side,
  kind: NoticeKind,
  { isCircle }: Pick<Recipients, 'isCircle'> = {},
): NoticeKind {
  if (side === 'moderators') return 'unattended';
  const hasCard = side === 'staff' || (isCircle && side === 'controllers');
  return hasCard ? (IN_GROUP[kind] ?? kind) : kind;
}

/** Who stands on a side now, or on the one it falls to. */
export function standingOn(side: Side, recipients: Recipients): { side: Side; chats: readonly Recipient[] } {
  const there = recipients[side] ?? [];
  const chats = 'chatId' in there ? [there] : there;
  const next = (recipients.isCircle ? FALLS_IN_CIRCLE : FALLS_TO)[side];
  return chats.length > 0 || !next ? { side, chats } : standingOn(next, recipients);
}

/** The same thing told to the same chat has the same id. */
export const noticeId = (
  kind: NoticeKind,
  { messenger, chatId }: Recipient,
  about: { eventId: string; step?: string },
): string => `${about.eventId}-${messenger}.${chatId}-${kind}-${about.step ?? '0'}`;

/** A notice about something, ready to be stored. `step` tells repeated ones apart (`1`, `3`, `7` days). */
export function aNotice(
  kind: NoticeKind,
  to: Recipient,
  about: { eventId: string; appealId?: string; draftId?: string; step?: string; rank?: number },
  when: { dueAt: Instant; now: Instant },
): Notice {
  const { messenger, chatId } = to;
  return {
    ...about,
    id: noticeId(kind, to, about),
    kind,
    messenger,
    chatId,
    dueAt: when.dueAt,
    createdAt: when.now,
    state: 'waiting',
    attempts: 0,
    sentMessageIds: [],
  };
}

/** In the staff chat danger goes before everything, and what is new waits for what was done about the rest. */
function staffRank({ type }: AppealEvent, { isUrgent }: Appeal): number {
  if (isUrgent) return RANKS.first;
  return type === 'appeal.submitted' ? RANKS.news : RANKS.act;
}

/**
 * The notices an event makes. `dueForCitizen` is `now` or, at night, the next daytime; staff chats hear at once.
 * The citizen's own doing is not told back to them.
 */
export function noticesFor(
  event: AppealEvent,
  appeal: Appeal,
  recipients: Recipients,
  when: { now: Instant; dueForCitizen: Instant },
): readonly Notice[] {
  const about = { eventId: event.id, appealId: appeal.id };
  const ranked = { ...about, rank: staffRank(event, appeal) };
  const notices = toldOf(event, appeal).flatMap(([named, kind]) => {
    const { side, chats } = standingOn(named, recipients);
    const dueAt = side === 'citizen' ? when.dueForCitizen : when.now;
    const told = side === 'staff' || (recipients.isCircle && side === 'controllers') ? ranked : about;
    return chats.map((to) => aNotice(saidOn(side, kind, recipients), to, told, { now: when.now, dueAt }));
  });
  return eachOnce(notices);
}

/** Somebody who stands on several sides hears it once. */
export const eachOnce = (notices: readonly Notice[]): readonly Notice[] => [
  ...new Map(notices.map((notice) => [notice.id, notice])).values(),
];
