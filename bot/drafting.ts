import { createHash } from 'node:crypto';
import type { Draft, DraftKind } from '../domain/draft';
import type { Screen } from '../messengers/messenger';
import type { Place } from '../domain/place';
import { findNear } from '../use-cases/find-near';
import type { Context } from './dialogue';
import { filesOf, writtenIn } from './dialogues/writing';
import type { BotDeps, Visit } from './visit';
import { isBegun } from './ways-out';

/** What a draft became. */
export interface Finished {
  readonly isDone: boolean;
  readonly screen: Screen;
  /** Never stored: it is shown now or not at all. */
  readonly isSecret?: boolean;
}

const EVENTS_KEPT = 60;

/** The same event always begins the same draft. */
export const draftIdFor = (eventId: string, kind: DraftKind): string =>
  createHash('sha256').update(`${kind}:${eventId}`).digest('base64url').replace(/[_-]/g, 'x').slice(0, 16);

/** All is known that tells what is nearby, and its author has not decided yet. */
const isJoinOpen = ({ kind, fields }: Draft): boolean =>
  kind === 'appeal' &&
  Boolean(fields.category && fields.place) &&
  fields.join === undefined &&
  !fields.filesDone;

const nearDraft = ({ appeals, clock, city }: BotDeps, { fields }: Draft) =>
  findNear(
    { appeals, clock, city },
    {
      category: String(fields.category),
      place: fields.place as Place,
      text: writtenIn(fields),
      attachments: filesOf(fields),
    },
  );

/** All a dialogue may look at. */
export async function contextOf(visit: Visit, draft: Draft): Promise<Context> {
  const { deps, t, citizen } = visit;
  const appeal = draft.subjectId ? await deps.appeals.find(draft.subjectId) : undefined;
  const { city, classifier } = deps;
  const context = { draft, city, classifier, t, citizen, now: deps.clock(), ...(appeal && { appeal }) };
  return isJoinOpen(draft) ? { ...context, nearby: await nearDraft(deps, draft) } : context;
}

/** Saves the draft one revision on; `undefined` when somebody was faster. */
export async function keep(visit: Visit, draft: Draft, change: Partial<Draft>): Promise<Draft | undefined> {
  const eventIds = [...draft.eventIds, visit.incoming.id].slice(-EVENTS_KEPT);
  const changed: Draft = { ...draft, ...change, eventIds, rev: draft.rev + 1, updatedAt: visit.deps.clock() };
  return (await visit.deps.drafts.save(changed)) ? changed : undefined;
}

/** What this person has begun in this chat and not finished, the newest first. */
export async function unfinished(visit: Visit): Promise<Draft[]> {
  const drafts = await visit.deps.drafts.unfinishedOf(visit.actor.id);
  return drafts.filter(({ chatId, fields }) => chatId === visit.incoming.chat.chatId && isBegun(fields));
}
