import type { Appeal, AppealEvent, EventType } from './appeal';
import type { Instant } from './instant';
import { RANKS, type Notice, type NoticeKind } from './notice';

interface Recipient {
  readonly messenger: string;
  readonly chatId: string;
}

/** Who can be told about an appeal. */
export interface Recipients {
  readonly citizen?: Recipient;
  readonly staff?: Recipient;
  readonly executor?: Recipient;
  readonly controllers: readonly Recipient[];
}

type Side = 'citizen' | 'staff' | 'executor' | 'controllers';

/** Whom each event is told to, and as what. The card follows every change. */
const TOLD: Record<EventType, readonly (readonly [Side, NoticeKind])[]> = {
  'appeal.submitted': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.taken': [['staff', 'card'], ['citizen', 'taken']],
  'appeal.assigned': [['staff', 'card'], ['citizen', 'taken']],
  'appeal.declined': [['staff', 'card']],
  'appeal.details_asked': [['staff', 'card'], ['citizen', 'details_asked']],
  'appeal.detail_added': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.amended': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.answered': [['staff', 'card'], ['citizen', 'answered']],
  'appeal.confirmed': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.rated': [['staff', 'card']],
  'appeal.returned_for_rework': [
    ['staff', 'card'], ['staff', 'staff_note'], ['executor', 'rework_alert'], ['controllers', 'rework_alert'],
  ],
  'appeal.withdrawn': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.extended': [['staff', 'card'], ['citizen', 'decided']],
  'appeal.forwarded': [['staff', 'card'], ['citizen', 'decided']],
  'appeal.returned': [['staff', 'card'], ['citizen', 'decided']],
  'appeal.not_considered': [['staff', 'card'], ['citizen', 'decided']],
  'appeal.completed': [['staff', 'card'], ['staff', 'staff_note']],
  'appeal.joined': [['staff', 'card']],
  'appeal.left': [['staff', 'card']],
  'appeal.linked': [['staff', 'card'], ['citizen', 'joining']],
  'appeal.separated': [['staff', 'card'], ['staff', 'staff_note'], ['citizen', 'joining']],
  'appeal.labelled': [['staff', 'card']],
}; // prettier-ignore

const recipientsOf = (side: Side, recipients: Recipients): readonly Recipient[] => {
  if (side === 'controllers') return recipients.controllers;
  const one = recipients[side];
  return one ? [one] : [];
};

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
    id: `${about.eventId}-${messenger}.${chatId}-${kind}-${about.step ?? '0'}`,
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
  return TOLD[event.type].flatMap(([side, kind]) =>
    recipientsOf(side, recipients).map((to) =>
      aNotice(kind, to, side === 'staff' ? ranked : about, {
        now: when.now,
        dueAt: side === 'citizen' ? when.dueForCitizen : when.now,
      }),
    ),
  );
}
