import { lastAnswer, type Appeal } from '../domain/appeal';
import { isKnown, type Draft, type DraftKind, type Fields, type StaffDraftKind } from '../domain/draft';
import { isOpen } from '../domain/moves';
import { may } from '../domain/permissions';
import { isAnswerable } from '../domain/staff-decisions';
import type { Markup } from '../messengers/messenger';
import { whyNotKey } from '../screens/why-refused';
import { begin, present, proceed, resume } from './conversation';
import { inputOf } from './dialogue-press';
import { filesOf, writtenIn } from './dialogues/writing';
import type { Input } from './dialogue';
import type { Reply, Visit } from './visit';

interface About {
  readonly appealId?: string;
  readonly draftId?: string;
}

/** The visit of somebody who stands at this draft, or at none: in a group what was begun is not put aside. */
export function standingAt(visit: Visit, draft?: Draft): Visit {
  const { draftId: _before, ...rest } = visit.position;
  const position = draft ? { ...rest, draftId: draft.id } : { ...rest, rev: Math.max(rest.rev, 1) };
  return { ...visit, position };
}

/** Writes down what our message is about, so that an answer to it finds its appeal by id; in a private chat only an appeal is answered. */
export function knownAs(visit: Visit, about: About, reply: Reply): Reply {
  const { deps, incoming } = visit;
  const { messenger, chatId, threadId, kind } = incoming.chat;
  if (kind === 'private' && !about.appealId) return reply;
  const onShown = async (messageId: string): Promise<void> => {
    if (messageId === reply.inPlaceOf) return;
    const now = deps.clock();
    const at = { messenger, chatId, ...(threadId && { threadId }), dueAt: now, createdAt: now };
    const id = `${incoming.id}-${messenger}.${chatId}-screen-${messageId}`;
    const state = { state: 'sent', attempts: 0, sentMessageIds: [messageId] } as const;
    await deps.notices.insert([{ id, kind: 'screen', eventId: incoming.id, ...at, ...about, ...state }]);
  };
  return { ...reply, about, onShown };
}

/** In a group it must be seen whom the bot talks to. */
export function quoting(visit: Visit, reply: Reply): Reply {
  const { messageId } = visit.incoming;
  if (!reply.screen || !messageId || visit.incoming.content.kind === 'press') return reply;
  return { ...reply, screen: { ...reply.screen, replyToMessageId: messageId } };
}

/** Why nothing is to be written about an appeal now; nothing while the office has the next word, or promised a day. */
export function whyOver({ t }: Visit, appeal: Appeal, kind?: DraftKind): Markup | undefined {
  const { number, status } = appeal;
  const isOurs =
    kind === 'note' || kind === 'contact' || isOpen(status) || (kind === 'answer' && isAnswerable(appeal));
  return isOurs ? undefined : t(`staff-over-${status}`, { number });
}

/** What a message of ours in a group is about. */
export async function aboutOf(visit: Visit, messageId: string): Promise<About | undefined> {
  const { deps, incoming, position } = visit;
  const { chat } = incoming;
  const card = await deps.cards.findByMessage(chat, messageId);
  if (card) return card;
  const notice = await deps.notices.findByMessage(chat, messageId);
  if (notice) return notice;
  if (messageId === position.screenMessageId && position.draftId) return position;
  return chat.threadId ? deps.cards.findByThread(chat, chat.threadId) : undefined;
}

/** Goes on with a draft; its screen changes in place, so that a group hears as little as possible. */
export async function goOn(visit: Visit, draft: Draft, input: Input, screenId?: string): Promise<Reply> {
  const reply = await proceed(standingAt(visit, draft), draft, input);
  return atDraft(visit, draft, reply, screenId);
}

export function atDraft(visit: Visit, draft: Draft, reply: Reply, screenId?: string): Reply {
  const about = { draftId: draft.id, ...(draft.subjectId && { appealId: draft.subjectId }) };
  const shown = screenId ? { ...reply, inPlaceOf: screenId } : reply;
  return quoting(visit, knownAs(visit, about, shown));
}

/** What this person wrote about the appeal and did not finish, wherever its screen went. */
export async function begunAbout(
  { deps, actor }: Visit,
  kind: StaffDraftKind,
  { id }: Appeal,
): Promise<Draft | undefined> {
  const drafts = await deps.drafts.unfinishedOf(actor.id);
  const isWritten = ({ fields }: Draft) => Boolean(writtenIn(fields)) || filesOf(fields).length > 0;
  return drafts.find(
    (draft) => draft.kind === kind && draft.subjectId === id && draft.state === 'open' && isWritten(draft),
  );
}

/** The draft's question once more: in a group beside what else its author writes there. */
export async function goBackTo(visit: Visit, draft: Draft): Promise<Reply> {
  const isGroup = visit.incoming.chat.kind === 'group';
  const reply = isGroup ? await present(standingAt(visit, draft), draft) : await resume(visit, draft.id);
  return atDraft(visit, draft, reply);
}

/** Begins what is written about an appeal, beside whatever this person writes about others. */
export async function beginFor(
  visit: Visit,
  { kind, fields = {} }: { kind: StaffDraftKind; fields?: Fields },
  { id }: Appeal,
  input?: Input,
): Promise<Reply> {
  const isGroup = visit.incoming.chat.kind === 'group';
  const reply = await begin(isGroup ? standingAt(visit) : visit, { kind, subjectId: id, fields }, input);
  const draftId = reply.position?.draftId;
  return quoting(visit, knownAs(visit, { appealId: id, ...(draftId && { draftId }) }, reply));
}

/** Words for an appeal begin its answer, or go on with what this person writes about it. */
export async function toAppeal(visit: Visit, appealId: string, input: Input): Promise<Reply> {
  const { deps, actor, t, position } = visit;
  const appeal = await deps.appeals.find(appealId);
  if (input.kind !== 'text' && input.kind !== 'file') return {};
  const says = (text: Markup) => quoting(visit, knownAs(visit, {}, { screen: { text } }));
  if (!appeal) return says(t('staff-which-appeal'));
  if (!may.answer(actor, appeal)) return says(t(whyNotKey(actor, appeal)));
  const ordinal = lastAnswer(appeal)?.ordinal;
  if (appeal.status === 'answered' && !isAnswerable(appeal) && ordinal && input.kind === 'file')
    return beginFor(visit, { kind: 'correction', fields: { ordinal } }, appeal, input);
  const over = whyOver(visit, appeal, 'answer');
  if (over) return says(over);
  const draft = position.draftId ? await deps.drafts.find(position.draftId) : undefined;
  const isBegun =
    draft?.subjectId === appeal.id && draft.state === 'open' && draft.ownerId === actor.id && isKnown(draft);
  return isBegun
    ? goOn(visit, draft, input, position.screenMessageId)
    : beginFor(visit, { kind: 'answer' }, appeal, input);
}

const SAID: readonly Input['kind'][] = ['text', 'file', 'location'];

/** In the topic of an appeal, the first words of whoever was just asked for them need not be a reply. */
async function toQuestion(visit: Visit, input: Input): Promise<Reply> {
  const { deps, incoming, actor, position } = visit;
  const { draftId, screenMessageId } = position;
  const { chat } = incoming;
  if (!chat.threadId || !draftId) return {};
  if (!SAID.includes(input.kind)) return {};
  const [draft, card] = await Promise.all([
    deps.drafts.find(draftId),
    deps.cards.findByThread(chat, chat.threadId),
  ]);
  const isHere = draft?.ownerId === actor.id && draft.state === 'open' && draft.subjectId === card?.appealId;
  const isAsked = isHere && !writtenIn(draft.fields) && filesOf(draft.fields).length === 0;
  return isAsked ? goOn(visit, draft, input, screenMessageId) : {};
}

/**
 * A reply to a draft's screen goes on with that draft, a reply to a card or to what stands under it drafts an answer.
 * Whose appeal it is says the id of our message, never its words. Other talk is not ours.
 */
export async function onReply(visit: Visit): Promise<Reply> {
  const { incoming, deps, actor } = visit;
  const { replyToMessageId } = incoming;
  const input = inputOf(incoming.content, incoming.messageId ?? incoming.id);
  if (!input) return {};
  if (!replyToMessageId) return toQuestion(visit, input);
  const about = await aboutOf(visit, replyToMessageId);
  const draft = about?.draftId ? await deps.drafts.find(about.draftId) : undefined;
  if (draft?.ownerId === actor.id && draft.state === 'open')
    return goOn(visit, draft, input, replyToMessageId);
  if (!about) return quoting(visit, knownAs(visit, {}, { screen: { text: visit.t('staff-which-appeal') } }));
  const appealId = about.appealId ?? draft?.subjectId;
  return appealId ? toAppeal(visit, appealId, input) : {};
}
