import type { Address, EditResult, Lane, SendResult } from '../messenger';
import type { CallDeps } from './call';
import { asEditResult, asSendResult, call, patienceOf } from './call';
import { truncatePlain } from './split';

const TITLE_LIMIT = 128;
const LANE: Lane = 'notice';

export type CreatedTopic = { readonly result: 'created'; readonly threadId: string } | SendResult;

/** Opens a topic in a group. `no_thread` when the group has no topics. */
export async function createTopic(deps: CallDeps, chat: Address, title: string): Promise<CreatedTopic> {
  const payload = { chat_id: Number(chat.chatId), name: truncatePlain(title, TITLE_LIMIT) };
  const made = await call(deps, turnIn(chat), (api) => api.raw.createForumTopic(payload));
  if (made.result !== 'ok') return asSendResult(made);
  return { result: 'created', threadId: String(made.value.message_thread_id) };
}

/** Renames a topic; `sent` also when it has that name already. */
export async function editTopic(deps: CallDeps, at: Address, title: string): Promise<EditResult> {
  if (!at.threadId) return { result: 'no_thread' };
  const payload = {
    chat_id: Number(at.chatId),
    message_thread_id: Number(at.threadId),
    name: truncatePlain(title, TITLE_LIMIT),
  };
  const done = await call(deps, turnIn(at), (api) => api.raw.editForumTopic(payload));
  return done.result === 'ok' ? { result: 'sent', messageIds: [] } : asEditResult(done);
}

/** Closes a topic whose matter is over, opens it again when it is not; `sent` also when it stands so already. */
export async function setTopicOpen(deps: CallDeps, at: Address, isOpen: boolean): Promise<EditResult> {
  if (!at.threadId) return { result: 'no_thread' };
  const topic = { chat_id: Number(at.chatId), message_thread_id: Number(at.threadId) };
  const done = await call(deps, turnIn(at), (api) =>
    isOpen ? api.raw.reopenForumTopic(topic) : api.raw.closeForumTopic(topic),
  );
  return done.result === 'ok' ? { result: 'sent', messageIds: [] } : asEditResult(done);
}

/** Pins a message of ours without a sound. */
export async function pin(deps: CallDeps, at: Address, messageId: string): Promise<EditResult> {
  const message = { chat_id: Number(at.chatId), message_id: Number(messageId), disable_notification: true };
  const done = await call(deps, turnIn(at), (api) => api.raw.pinChatMessage(message));
  return done.result === 'ok' ? { result: 'sent', messageIds: [messageId] } : asEditResult(done);
}

const turnIn = ({ chatId }: Address) => ({ chatId, lane: LANE, patienceMs: patienceOf(LANE) });
