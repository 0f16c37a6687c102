import { createHash } from 'node:crypto';
import type { Appeal } from '../domain/appeal';
import { isKnown, type Draft, type DraftKind, type Fields } from '../domain/draft';
import type { Markup, Screen } from '../messengers/messenger';
import type { Place } from '../domain/place';
import { findNear } from '../use-cases/find-near';
import { talkedAbout } from '../domain/open-talk';
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
  /** Refused, and worth another try: the draft waits. */
  readonly isKept?: boolean;
  /** What is begun at once with what was written, and why. */
  readonly next?: Begin;
  readonly remark?: Markup;
}

export interface Begin {
  readonly kind: DraftKind;
  readonly subjectId?: string;
  readonly fields?: Fields;
}

/** How often a change of a draft is tried while others are faster. */
export const TRIES = 4;
const EVENTS_KEPT = 60;

/** The same event always begins the same draft. */
export const draftIdFor = (eventId: string, kind: DraftKind): string =>
  createHash('sha256').update(`${kind}:${eventId}`).digest('base64url').replace(/[_-]/g, 'x').slice(0, 16);

/** A new draft of the visitor's in this chat. */
export function draftFor(
  { deps, incoming, actor }: Visit,
  id: string,
  { kind, subjectId, fields = {} }: Begin,
): Draft {
  const { messenger, chatId, threadId } = incoming.chat;
  const now = deps.clock();
  return {
    ...{ id, kind, ownerId: actor.id, messenger, chatId, fields, state: 'open', eventIds: [], rev: 1 },
    ...(threadId && { threadId }),
    ...(subjectId && { subjectId }),
    createdAt: now,
    updatedAt: now,
  };
}

/** All is known that tells what is nearby, and its author has not decided yet. */
const isJoinOpen = ({ kind, fields }: Draft): boolean =>
  kind === 'appeal' &&
  Boolean(fields.category && fields.place) &&
  fields.join === undefined &&
  (!fields.filesDone || Boolean(fields.isJoinAsked));

const nearDraft = async ({ appeals, clock, city, looks }: BotDeps, { fields }: Draft) =>
  findNear(
    { appeals, clock, city },
    {
      category: String(fields.category),
      place: fields.place as Place,
      text: writtenIn(fields),
      attachments: await looks(filesOf(fields)),
    },
  );
const LATEST = 20;

/** The person's appeals that words out of the blue may be about. */
export async function talksOf({ deps, actor }: Visit): Promise<readonly Appeal[]> {
  const { appeals } = await deps.appeals.listOf(actor.id, { skip: 0, limit: LATEST });
  return talkedAbout(appeals);
}

/** All a dialogue may look at. */
export async function contextOf(visit: Visit, draft: Draft): Promise<Context> {
  const { deps, t, citizen } = visit;
  const appeal = draft.subjectId ? await deps.appeals.find(draft.subjectId) : undefined;
  const talks = draft.kind === 'loose' ? await talksOf(visit) : undefined;
  const { city, classifier } = deps;
  const about = { ...(appeal && { appeal }), ...(talks && { talks }) };
  const context = { draft, city, classifier, t, citizen, now: deps.clock(), ...about };
  return isJoinOpen(draft) ? { ...context, nearby: await nearDraft(deps, draft) } : context;
}

/** Saves the draft one revision on; `undefined` when somebody was faster. */
export async function keep(visit: Visit, draft: Draft, change: Partial<Draft>): Promise<Draft | undefined> {
  const eventIds = [...draft.eventIds, visit.incoming.id].slice(-EVENTS_KEPT);
  const changed: Draft = { ...draft, ...change, eventIds, rev: draft.rev + 1, updatedAt: visit.deps.clock() };
  return (await visit.deps.drafts.save(changed)) ? changed : undefined;
}

/** What this person has begun in this chat, not finished and may go on with, the newest first. */
export async function unfinished(visit: Visit): Promise<Draft[]> {
  const drafts = await visit.deps.drafts.unfinishedOf(visit.actor.id);
  const { chatId } = visit.incoming.chat;
  return drafts.filter((draft) => draft.chatId === chatId && isBegun(draft.fields) && isKnown(draft));
}
