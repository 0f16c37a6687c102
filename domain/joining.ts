import type { Appeal, AppealEvent, AppealLink, EventType } from './appeal';
import { findCategory, type City } from './city';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';
import { isOpen } from './moves';

/** Its citizen said «not solved»: whatever becomes of the lead, it has a life of its own. */
export const isOnItsOwn = ({ reworkCount }: Pick<Appeal, 'reworkCount'>): boolean => reworkCount > 0;

/** The office works on its lead; the joiner waits with it, under a term of its own. */
export const isCarried = (appeal: Appeal): boolean =>
  appeal.leadId !== undefined && isOpen(appeal.status) && !isOnItsOwn(appeal);

const RETURNS: readonly EventType[] = ['appeal.completed', 'appeal.not_helped'];
const DEPARTURES: readonly EventType[] = ['appeal.forwarded', 'appeal.returned', 'appeal.not_considered'];

/** By this event it is before the office again, after it was sent away: the citizen's word, or given to an official. */
export function cameBack({ events }: Pick<Appeal, 'events'>, { id, type }: AppealEvent): boolean {
  if (RETURNS.includes(type)) return true;
  const moves: readonly EventType[] = [...RETURNS, ...DEPARTURES, 'appeal.taken', 'appeal.assigned'];
  const before = events.slice(
    0,
    events.findIndex((event) => event.id === id),
  );
  const last = before.findLast((event) => moves.includes(event.type));
  return type === 'appeal.assigned' && last !== undefined && DEPARTURES.includes(last.type);
}

/** It was filed as one who joins, whatever became of that. */
export const wasJoined = ({ events }: Appeal): boolean => events[0]?.facts.other !== undefined;

type Categories = Pick<City, 'categories'>;

/** What is said about it may be read by others than its author: they may stand behind it. */
export const isShareable = ({ category, isAboutOfficials }: Appeal, city: Categories): boolean =>
  !isAboutOfficials && findCategory(city, category)?.isPublic !== false;

/** Why nobody may join this appeal now: it is their own, it is for its author only, or the office has no next word about it. */
export function whyNotJoin(
  lead: Appeal | undefined,
  citizenId: string,
  city: Categories,
): 'own' | 'over' | undefined {
  if (lead?.citizenId === citizenId) return 'own';
  return !lead || lead.leadId || !isShareable(lead, city) || !isOpen(lead.status) ? 'over' : undefined;
}

const joinedIn = (events: readonly AppealEvent[]): string[] =>
  events.flatMap(({ type, facts }) => (type === 'appeal.joined' && facts.other?.id) || []);

/** How many more people read an answer given or mended now: who joined since the last one, and what stands for them all. */
export function joinersWhoRead({ status, joinerIds = [], events }: Appeal): number {
  if (status === 'answered') return joinerIds.length;
  const since = events.slice(events.findLastIndex(({ type }) => type === 'appeal.answered') + 1);
  const joined = joinedIn(since);
  return joinerIds.filter((id) => joined.includes(id)).length;
}

/** Whoever has ever been counted behind this lead, and may have left it since. */
export const everJoined = ({ joinerIds = [], events }: Pick<Appeal, 'joinerIds' | 'events'>): string[] => [
  ...new Set([...joinerIds, ...joinedIn(events)]),
];

type AboutJoiner = Command & { joiner: AppealLink };

/** One more person stands behind the lead, which is heard first when they must be. Refuses with `nothing_changed` when they do already. */
export function receiveJoiner(
  lead: Appeal,
  command: AboutJoiner & Pick<Appeal, 'isPreferred'>,
  now: Instant,
): Decision {
  const { joinerIds = [] } = lead;
  const { joiner, isPreferred } = command;
  if (joinerIds.includes(joiner.id)) return refuse('nothing_changed');
  const joined: Appeal = {
    ...lead,
    joinerIds: [...joinerIds, joiner.id],
    ...(isPreferred && { isPreferred }),
  };
  return accept(joined, command, { type: 'appeal.joined', at: now, facts: { other: joiner } });
}

/** A joiner withdrew or goes on alone. Refuses with `nothing_changed` when they are not behind this lead. */
export function releaseJoiner(lead: Appeal, command: AboutJoiner, now: Instant): Decision {
  const { joinerIds = [], ...rest } = lead;
  const { joiner } = command;
  const others = joinerIds.filter((id) => id !== joiner.id);
  if (others.length === joinerIds.length) return refuse('nothing_changed');
  const left: Appeal = { ...rest, ...(others.length > 0 && { joinerIds: others }) };
  return accept(left, command, { type: 'appeal.left', at: now, facts: { other: joiner } });
}

/**
 * The appeal stands behind another one; who stood behind it follows. `reason` is a moderator's and is told to the
 * citizen. Refuses with `nothing_changed`.
 */
export function link(
  appeal: Appeal,
  command: Command & { lead: AppealLink; reason?: string },
  now: Instant,
): Decision {
  const { lead, reason } = command;
  if (appeal.leadId === lead.id || appeal.id === lead.id) return refuse('nothing_changed');
  const { joinerIds: _follow, ...rest } = appeal;
  const before = appeal.leadId;
  const facts = { other: lead, ...(reason && { text: reason }), ...(before && { before }) };
  return accept({ ...rest, leadId: lead.id }, command, { type: 'appeal.linked', at: now, facts });
}

/**
 * A moderator puts an appeal behind another one about the same thing. Refuses with `wrong_status`, `empty_text`,
 * `lead_over` (the other one is not open or stands behind a third), `nothing_changed`, `about_officials` and
 * `not_public`: such an appeal stands alone, so that no card speaks for it and nobody else reads its answer.
 */
export function merge(
  appeal: Appeal,
  command: Command & { lead: Appeal; reason: string },
  now: Instant,
  city: Categories,
): Decision {
  const { lead, reason } = command;
  if (!isOpen(appeal.status)) return refuse('wrong_status');
  if (!reason.trim()) return refuse('empty_text');
  if (appeal.isAboutOfficials || lead.isAboutOfficials) return refuse('about_officials');
  if (!isShareable(appeal, city) || !isShareable(lead, city)) return refuse('not_public');
  if (!isOpen(lead.status) || (lead.leadId && lead.leadId !== appeal.id)) return refuse('lead_over');
  return link(appeal, { ...command, lead: { id: lead.id, number: lead.number } }, now);
}

/**
 * The appeal stands alone again, with a card of its own. `from` is the lead it leaves: its executor and, where it is
 * earlier, its term go on here when `isSuccessor`. Refuses with `nothing_changed` when it stands behind nobody.
 */
export function separate(
  appeal: Appeal,
  command: Command & { from: Appeal; isSuccessor?: boolean; reason?: string },
  now: Instant,
): Decision {
  const { from, isSuccessor = false, reason } = command;
  const { leadId, ...rest } = appeal;
  if (leadId !== from.id) return refuse('nothing_changed');
  const passed: Partial<Appeal> = isSuccessor
    ? {
        ...(from.executorId && { executorId: from.executorId }),
        ...(from.isUrgent && { isUrgent: true }),
        ...(from.isPreferred && { isPreferred: true }),
        dueAt: from.dueAt > now && from.dueAt < appeal.dueAt ? from.dueAt : appeal.dueAt,
      }
    : {};
  const facts = { other: { id: from.id, number: from.number }, ...(reason && { text: reason }) };
  return accept({ ...rest, ...passed }, command, { type: 'appeal.separated', at: now, facts });
}
