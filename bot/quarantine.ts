import { may } from '../domain/permissions';
import type { Content, Incoming } from '../messengers/messenger';
import {
  DROP_REASONS,
  dropScreen,
  goneOnScreen,
  quarantineScreen,
  type DropReason,
} from '../screens/quarantine-screens';
import type { Quarantined } from '../use-cases/quarantine-ports';
import { personId, type Reply, type Visit } from './visit';

const SHOWN = 8;

type Subjects = readonly string[];
type Press = (visit: Visit, subjects: Subjects) => Promise<Reply>;

const isIncoming = (what: unknown): what is Incoming =>
  typeof what === 'object' && what !== null && 'content' in what && 'chat' in what && 'id' in what;

/** The event as it was parsed then, or as today's parser reads what came. */
function eventIn({ what }: Quarantined, { readAgain }: Visit['deps']): Incoming | undefined {
  return isIncoming(what) ? { ...what, at: new Date(what.at) } : readAgain?.(what);
}

const kindOf = (entry: Quarantined, deps: Visit['deps']): Content['kind'] | 'unreadable' =>
  eventIn(entry, deps)?.content.kind ?? 'unreadable';

/** `/quarantine`: what nobody could carry out, by id and kind; words and names stay out of the group. */
export async function showQuarantine(visit: Visit): Promise<Reply> {
  const { deps, t, actor } = visit;
  if (!may.steer(actor)) return { screen: { text: t('staff-moderators-only') } };
  const { entries, total } = await deps.quarantine.waiting(SHOWN);
  const shown = entries.map((entry) => ({ id: entry.id, at: entry.at, kind: kindOf(entry, deps) }));
  return { screen: quarantineScreen(t, shown, total) };
}

/** In the place of the screen that was pressed. */
const inPlace = ({ incoming: { content } }: Visit, reply: Reply): Reply => ({
  ...reply,
  ...(content.kind === 'press' && content.messageId && { inPlaceOf: content.messageId }),
});

/** The list as it is now. */
const listAgain = async (visit: Visit, note: string): Promise<Reply> =>
  inPlace(visit, { ...(await showQuarantine(visit)), note });

const forSteering =
  (act: (visit: Visit, entry: Quarantined, subjects: Subjects) => Promise<Reply>): Press =>
  async (visit, subjects) => {
    const { deps, t, actor } = visit;
    if (!may.steer(actor)) return { note: t.plain('staff-moderators-only') };
    const entry = await deps.quarantine.find(subjects[0] ?? '');
    return entry ? act(visit, entry, subjects) : listAgain(visit, t.plain('quarantine-settled'));
  };

/** Whoever has gone on since is at another question: a moderator decides whether it may meet them there. */
const hasGoneOn = ({ deps }: Visit, { at }: Quarantined, event: Incoming): Promise<boolean> =>
  deps.drafts.hasWrittenSince(personId(event), event.chat, at);

async function retry(visit: Visit, entry: Quarantined, [, sure]: Subjects): Promise<Reply> {
  const { deps, t, actor } = visit;
  const event = eventIn(entry, deps);
  if (!event || !deps.carryOut) return { note: t.plain('quarantine-cannot-retry') };
  if (sure !== 'sure' && (await hasGoneOn(visit, entry, event)))
    return inPlace(visit, { screen: goneOnScreen(t, entry.id) });
  try {
    await deps.carryOut(event);
  } catch (error) {
    if (deps.isStoreUnavailable(error)) throw error;
    deps.log.warn({ event: entry.id }, 'an event out of quarantine failed again');
    return { note: t.plain('quarantine-failed-again') };
  }
  await deps.quarantine.settle(entry.id, { state: 'retried', by: actor.id, at: deps.clock() });
  return listAgain(visit, t.plain('quarantine-retried'));
}

async function drop(visit: Visit, entry: Quarantined, [, reason = '']: Subjects): Promise<Reply> {
  const { deps, t, actor } = visit;
  if (!DROP_REASONS.includes(reason as DropReason))
    return inPlace(visit, { screen: dropScreen(t, entry.id) });
  await deps.quarantine.settle(entry.id, { state: 'dropped', by: actor.id, at: deps.clock(), reason });
  deps.log.warn({ event: entry.id, reason, by: actor.id }, 'an event was dropped from quarantine');
  return listAgain(visit, t.plain('quarantine-dropped'));
}

/**
 * `qr.<id>` tries again, `qr.<id>.sure` also when its author has gone on, `qd.<id>` asks why to drop it,
 * `qd.<id>.<reason>` drops it, `ql` shows the list.
 */
export const QUARANTINE_PRESSES: Readonly<Record<string, Press>> = {
  qr: forSteering(retry),
  qd: forSteering(drop),
  ql: (visit) => listAgain(visit, ''),
};
