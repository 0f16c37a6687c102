import { createHash } from 'node:crypto';
import type { Draft, DraftKind, Fields } from '../domain/draft';
import type { Markup, Screen } from '../messengers/messenger';
import { button } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { DIALOGUES } from './dialogues/by-kind';
import { stepScreen, turn, type Context, type Input } from './dialogue-engine';
import { FINISH } from './finish-draft';
import type { Reply, Visit } from './visit';

const EVENTS_KEPT = 60;
const TRIES = 4;

/** The same event always begins the same draft. */
const draftIdFor = (eventId: string, kind: DraftKind): string =>
  createHash('sha256').update(`${kind}:${eventId}`).digest('base64url').replace(/[_-]/g, 'x').slice(0, 16);

async function contextOf(visit: Visit, draft: Draft): Promise<Context> {
  const { deps, t, citizen } = visit;
  const appeal = draft.subjectId ? await deps.appeals.find(draft.subjectId) : undefined;
  const { city, classifier } = deps;
  return { draft, city, classifier, t, citizen, now: deps.clock(), ...(appeal && { appeal }) };
}

/** The question the draft's author is at, with a remark before it. */
export async function present(visit: Visit, draft: Draft, remark?: Markup, at?: string): Promise<Reply> {
  const context = await contextOf(visit, draft);
  const screen = stepScreen(DIALOGUES[draft.kind], context, at, remark);
  return { screen, position: { draftId: draft.id, ...(at && { at }) } };
}

/** Saves the draft one revision on; `undefined` when somebody was faster. */
async function keep(visit: Visit, draft: Draft, change: Partial<Draft>): Promise<Draft | undefined> {
  const eventIds = [...draft.eventIds, visit.incoming.id].slice(-EVENTS_KEPT);
  const changed: Draft = { ...draft, ...change, eventIds, rev: draft.rev + 1, updatedAt: visit.deps.clock() };
  return (await visit.deps.drafts.save(changed)) ? changed : undefined;
}

const GIVEN_AT_START = ['what', 'ordinal'];
const hasWords = ({ fields }: Draft) => Object.keys(fields).some((field) => !GIVEN_AT_START.includes(field));

/** Other things this person has begun in this chat, the newest first. */
export async function unfinished(visit: Visit): Promise<Draft[]> {
  const drafts = await visit.deps.drafts.unfinishedOf(visit.actor.id);
  return drafts.filter((draft) => draft.chatId === visit.incoming.chat.chatId && hasWords(draft));
}

async function withResume(visit: Visit, screen: Screen): Promise<Screen> {
  if (visit.incoming.chat.kind === 'group') return screen;
  const [draft] = await unfinished(visit);
  if (!draft) return screen;
  return {
    ...screen,
    choices: [...(screen.choices ?? []), [button(visit.t, 'choice-resume', `resume.${draft.id}`)]],
  };
}

async function finish(visit: Visit, draft: Draft): Promise<Reply> {
  const finished = await FINISH[draft.kind](visit, draft);
  await keep(visit, draft, { state: finished.isDone ? 'finished' : 'cancelled' });
  return { screen: await withResume(visit, finished.screen), position: {} };
}

async function leave(visit: Visit, draft: Draft, how: 'cancel' | 'later'): Promise<Reply | undefined> {
  const isCancel = how === 'cancel';
  const left = await keep(visit, draft, { state: isCancel ? 'cancelled' : 'saved' });
  if (!left) return undefined;
  const { t } = visit;
  const back = button(t, isCancel ? 'choice-restore' : 'choice-resume', `resume.${draft.id}`);
  const text = t(isCancel ? 'draft-cancelled' : 'draft-later');
  const isGroup = visit.incoming.chat.kind === 'group';
  const choices = [[back], ...(isGroup ? [] : [[button(t, 'menu-start', 'start')]])];
  return { screen: { text, choices }, position: {} };
}

/** One try at a turn: `undefined` when the draft moved on meanwhile. */
async function tryTurn(visit: Visit, draft: Draft, input: Input): Promise<Reply | undefined> {
  if (draft.eventIds.includes(visit.incoming.id)) return present(visit, draft);
  const dialogue = DIALOGUES[draft.kind];
  const context = await contextOf(visit, draft);
  const outcome = turn(dialogue, context, visit.position.at, input);
  if (!('fields' in outcome)) return leave(visit, draft, outcome.next);
  const kept = await keep(visit, draft, { fields: outcome.fields, state: 'open' });
  if (!kept) return undefined;
  if (outcome.next === 'finish') return finish(visit, kept);
  return present(visit, kept, outcome.remark, outcome.at);
}

/** Hands an input to the draft's dialogue. Everything given is in the record before anything is shown. */
export async function proceed(visit: Visit, draft: Draft, input: Input): Promise<Reply> {
  let current: Draft | undefined = draft;
  for (let tries = 0; current && tries < TRIES; tries += 1) {
    const reply = await tryTurn(visit, current, input);
    if (reply) return reply;
    current = await visit.deps.drafts.find(draft.id);
  }
  return { screen: { text: visit.t('refused-conflict') } };
}

/** Where the person is in writing something: as Redis knows it, or else the open draft they touched last. */
export async function presentDraft(visit: Visit): Promise<Draft | undefined> {
  const { deps, position, incoming, actor } = visit;
  if (position.draftId) {
    const draft = await deps.drafts.find(position.draftId);
    return draft?.state === 'open' && draft.ownerId === actor.id ? draft : undefined;
  }
  const isForgotten = position.rev === 0;
  return isForgotten ? deps.drafts.openOf(actor.id, incoming.chat) : undefined;
}

/** Puts aside what is being written, so that something else can begin. True when there was something. */
export async function park(visit: Visit): Promise<boolean> {
  const draft = await presentDraft(visit);
  if (!draft) return false;
  const isWorthKeeping = hasWords(draft);
  await visit.deps.drafts.save({
    ...draft,
    state: isWorthKeeping ? 'saved' : 'cancelled',
    rev: draft.rev + 1,
  });
  return isWorthKeeping;
}

export interface Begin {
  readonly kind: DraftKind;
  readonly subjectId?: string;
  readonly fields?: Fields;
}

/** Begins a dialogue, perhaps with its first input at once. What was being written is put aside. */
export async function begin(
  visit: Visit,
  { kind, subjectId, fields = {} }: Begin,
  input?: Input,
): Promise<Reply> {
  const { deps, incoming, actor } = visit;
  const id = draftIdFor(incoming.id, kind);
  const existing = await deps.drafts.find(id);
  if (existing) return input ? proceed(visit, existing, input) : present(visit, existing);
  const hasParked = await park(visit);
  const { messenger, chatId, threadId } = incoming.chat;
  const now = deps.clock();
  const draft: Draft = {
    id,
    kind,
    ownerId: actor.id,
    messenger,
    chatId,
    ...(threadId && { threadId }),
    ...(subjectId && { subjectId }),
    fields,
    state: 'open',
    eventIds: [],
    rev: 1,
    createdAt: now,
    updatedAt: now,
  };
  await deps.drafts.insert(draft);
  const fresh: Visit = { ...visit, position: { ...visit.position, draftId: id } };
  const { at: _at, ...position } = fresh.position;
  const reply = input
    ? await proceed({ ...fresh, position }, draft, input)
    : await present({ ...fresh, position }, draft);
  return hasParked ? withRemark(reply, visit.t('draft-parked')) : reply;
}

const withRemark = (reply: Reply, remark: Markup): Reply =>
  reply.screen
    ? { ...reply, screen: { ...reply.screen, text: paragraphs(remark, reply.screen.text) } }
    : reply;

/** Opens again what was put aside or cancelled. */
export async function resume(visit: Visit, draftId: string): Promise<Reply> {
  const { deps, t, actor } = visit;
  const draft = await deps.drafts.find(draftId);
  if (draft?.ownerId !== actor.id || draft.state === 'finished') return { screen: { text: t('draft-gone') } };
  if (draft.state === 'open' && visit.position.draftId === draft.id) return present(visit, draft);
  await park(visit);
  const fresh = (await deps.drafts.find(draftId)) ?? draft;
  const opened = await keep(visit, fresh, { state: 'open' });
  return present(visit, opened ?? fresh, t('resumed'));
}

/** Throws a draft away; it can be brought back. */
export async function drop(visit: Visit, draftId: string): Promise<Reply> {
  const draft = await visit.deps.drafts.find(draftId);
  if (draft?.ownerId !== visit.actor.id || draft.state === 'finished')
    return { screen: { text: visit.t('draft-gone') } };
  return (await leave(visit, draft, 'cancel')) ?? { screen: { text: visit.t('refused-conflict') } };
}
