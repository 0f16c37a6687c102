import { setTimeout as pause } from 'node:timers/promises';
import { isKnown, type Draft, type DraftKind } from '../domain/draft';
import type { Markup } from '../messengers/messenger';
import { button } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import type { Context, Input } from './dialogue';
import { stepScreen, turn, type Outcome } from './dialogue-engine';
import { DIALOGUES } from './dialogues/by-kind';
import { contextOf, draftFor, draftIdFor, keep, TRIES, type Begin, type Finished } from './drafting';
import { FINISH } from './finish-draft';
import { leave, withResume } from './leave-draft';
import { besideNewer, newerDraft } from './newer-draft';
import { park } from './present-draft';
import { showLater } from './show-later';
import type { Reply, Visit } from './visit';
import { presentStep } from './ways-out';

const OVERTAKEN: Reply = { isOvertaken: true };

/** The question the draft's author is at, with a remark before it; the end, when nothing is left to ask. */
export async function present(visit: Visit, draft: Draft, remark?: Markup): Promise<Reply> {
  if (!isKnown(draft)) return newerDraft(visit, draft, remark);
  const context = await contextOf(visit, draft);
  const dialogue = DIALOGUES[draft.kind];
  if (!presentStep(dialogue, context, draft.at))
    return draft.state === 'finished' ? {} : finish(visit, draft);
  const screen = stepScreen(dialogue, context, draft.at, remark);
  return { screen, position: { draftId: draft.id } };
}

/** What was refused may be sent again, once its author asks for it. */
function afterFinishing({ fields }: Draft, { isDone, isKept }: Finished): Partial<Draft> {
  if (isDone) return { state: 'finished' };
  const { send: _sent, ...unsent } = fields;
  return isKept ? { state: 'saved', fields: unsent } : { state: 'cancelled' };
}

/** Whatever moved the draft on meanwhile: what it became stands. */
async function close(visit: Visit, draft: Draft, finished: Finished): Promise<void> {
  let current: Draft | undefined = draft;
  for (let tries = 0; current && current.state !== 'finished' && tries < TRIES; tries += 1) {
    if (await keep(visit, current, afterFinishing(current, finished))) return;
    current = await visit.deps.drafts.find(draft.id);
  }
}

async function finish(visit: Visit, draft: Draft): Promise<Reply> {
  const finished = await FINISH[draft.kind](visit, draft);
  await close(visit, draft, finished);
  if (finished.next) {
    const reply = await begin(visit, finished.next);
    return finished.remark ? withRemark(reply, finished.remark) : reply;
  }
  const screen = await withResume(visit, finished.screen);
  return { screen, position: {}, ...(finished.isSecret && { isSecret: true }) };
}

/** What they end in is shown now or never: they are finished only by a turn of their own. */
const ENDS_IN_SECRET: readonly DraftKind[] = ['post', 'contact'];
const LOOKS = 20;
const LOOK_AFTER_MS = 50;

/**
 * All of the draft is answered and another event is finishing it: waits until it is over, for words that came now would
 * go nowhere. Finishes it in that event's name, should its process have died. False when there is something to ask, or
 * to show only once.
 */
export async function endsFirst(visit: Visit, draft: Draft): Promise<boolean> {
  if (!isKnown(draft)) return false;
  if (presentStep(DIALOGUES[draft.kind], await contextOf(visit, draft))) return false;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if ((await visit.deps.drafts.find(draft.id))?.state !== 'open') return true;
    await pause(LOOK_AFTER_MS);
  }
  if (ENDS_IN_SECRET.includes(draft.kind)) return false;
  const id = draft.eventIds.at(-1) ?? visit.incoming.id;
  const incoming = { ...visit.incoming, id };
  const { screen } = await finish({ ...visit, incoming }, draft);
  if (screen) await showLater(visit.deps, incoming, { screen });
  return true;
}

/** Takes away the keyboard of the question before. */
const withoutRequest = (reply: Reply): Reply =>
  reply.screen && !reply.screen.request
    ? { ...reply, screen: { ...reply.screen, request: { what: 'none' } } }
    : reply;

async function carryOut(visit: Visit, draft: Draft, outcome: Outcome): Promise<Reply | undefined> {
  if (!('fields' in outcome)) return leave(visit, draft, outcome.next);
  const at = outcome.next === 'ask' ? outcome.at : undefined;
  const kept = await keep(visit, draft, { fields: outcome.fields, state: 'open', at });
  if (!kept) return undefined;
  return outcome.next === 'finish' ? finish(visit, kept) : present(visit, kept, outcome.remark);
}

/**
 * The step whose question the person saw: a deploy may have put another one before it since, and the answer belongs
 * where it was asked for. None when that is the present step anyway, or was answered meanwhile.
 */
function askedBefore(visit: Visit, context: Context): string | undefined {
  const { position } = visit;
  const { draft } = context;
  const dialogue = DIALOGUES[draft.kind];
  const [verb, draftId, field = ''] = position.choices?.[0]?.token.split('.') ?? [];
  const isOpen = verb === 'd' && draftId === draft.id && draft.fields[field] === undefined;
  if (!isOpen || presentStep(dialogue, context, draft.at)?.field === field) return undefined;
  return presentStep(dialogue, context, field)?.field === field ? field : undefined;
}

/** What is said to a button of another question than the present one, which changes nothing. */
function whyPast({ t }: Visit, context: Context, input: Input): Markup | undefined {
  if (input.kind !== 'choice' || input.field === undefined) return undefined;
  const dialogue = DIALOGUES[context.draft.kind];
  if (presentStep(dialogue, context, context.draft.at)?.field === input.field) return undefined;
  const pressed = dialogue.steps(context).find(({ field }) => field === input.field);
  return t(pressed?.past?.(context) ?? 'past-button');
}

/** One try at a turn: `undefined` when the draft moved on meanwhile. */
async function tryTurn(visit: Visit, draft: Draft, input: Input): Promise<Reply | undefined> {
  if (draft.eventIds.includes(visit.incoming.id)) return present(visit, draft);
  const dialogue = DIALOGUES[draft.kind];
  const context = await contextOf(visit, draft);
  if (input.kind !== 'choice' && !presentStep(dialogue, context) && (await endsFirst(visit, draft)))
    return OVERTAKEN;
  const past = whyPast(visit, context, input);
  if (past) return present(visit, draft, past);
  const at = (input.kind === 'text' && askedBefore(visit, context)) || draft.at;
  const reply = await carryOut(visit, draft, turn(dialogue, context, at, input));
  const wasRequest = presentStep(dialogue, context, at)?.request !== undefined;
  return reply && wasRequest ? withoutRequest(reply) : reply;
}

/** Whether another draft has this event already: a copy of it came late, when something else had begun. */
const isTakenElsewhere = ({ deps, actor, incoming }: Visit, draftId?: string): Promise<boolean> =>
  deps.drafts.hasTaken(actor.id, incoming.id, draftId);

async function tryTurns(visit: Visit, draft: Draft, input: Input): Promise<Reply> {
  let current: Draft | undefined = draft;
  for (let tries = 0; current && tries < TRIES; tries += 1) {
    const isOurs = current.state === draft.state || current.eventIds.includes(visit.incoming.id);
    if (!isOurs) return OVERTAKEN;
    const reply = await tryTurn(visit, current, input);
    if (reply) return reply;
    current = await visit.deps.drafts.find(draft.id);
  }
  return current ? OVERTAKEN : { screen: { text: visit.t('refused-conflict') } };
}

/** Hands an input to the draft's dialogue. Everything given is in the record before anything is shown. */
export async function proceed(visit: Visit, draft: Draft, input: Input): Promise<Reply> {
  if (!isKnown(draft)) return besideNewer(visit, draft, input);
  const isOlder = visit.incoming.at < draft.createdAt;
  if (isOlder && (await isTakenElsewhere(visit, draft.id))) return present(visit, draft);
  return tryTurns(visit, draft, input);
}

/** Begins a dialogue, perhaps with its first input at once. What was being written is put aside. */
export async function begin(
  visit: Visit,
  { kind, subjectId, fields = {} }: Begin,
  input?: Input,
): Promise<Reply> {
  const { deps, incoming } = visit;
  const id = draftIdFor(incoming.id, kind);
  const existing = await deps.drafts.find(id);
  if (existing) return input ? proceed(visit, existing, input) : present(visit, existing);
  if (input && (await isTakenElsewhere(visit))) return {};
  const hasParked = await park(visit, id);
  const draft = draftFor(visit, id, { kind, fields, ...(subjectId && { subjectId }) });
  await deps.drafts.insert(draft);
  const fresh: Visit = { ...visit, position: { ...visit.position, draftId: id } };
  const reply = input ? await tryTurns(fresh, draft, input) : await present(fresh, draft);
  return hasParked ? withRemark(reply, visit.t('draft-parked')) : reply;
}

/** The same reply, a remark before its screen. */
export const withRemark = (reply: Reply, remark: Markup): Reply =>
  reply.screen
    ? { ...reply, screen: { ...reply.screen, text: paragraphs(remark, reply.screen.text) } }
    : reply;

const gone = ({ t }: Visit): Reply => ({
  screen: { text: t('draft-gone'), choices: [[button(t, 'menu-start', 'start')]] },
});

/** Opens again what was put aside or cancelled. */
export async function resume(visit: Visit, draftId: string): Promise<Reply> {
  const { deps, t, actor } = visit;
  const draft = await deps.drafts.find(draftId);
  if (draft?.ownerId !== actor.id || draft.state === 'finished') return gone(visit);
  if (!isKnown(draft)) return newerDraft(visit, draft);
  const isCopy = draft.eventIds.includes(visit.incoming.id);
  if (draft.state === 'open' && (isCopy || visit.position.draftId === draft.id)) return present(visit, draft);
  if (isCopy) return {};
  await park(visit, draftId);
  const fresh = (await deps.drafts.find(draftId)) ?? draft;
  const opened = await keep(visit, fresh, { state: 'open' });
  return present(visit, opened ?? fresh, t('resumed'));
}

/** Throws a draft away; it can be brought back. */
export async function drop(visit: Visit, draftId: string): Promise<Reply> {
  const draft = await visit.deps.drafts.find(draftId);
  if (draft?.ownerId !== visit.actor.id || draft.state === 'finished') return gone(visit);
  return (await leave(visit, draft, 'cancel')) ?? { screen: { text: visit.t('refused-conflict') } };
}
