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

const turnIn = ({ chatId }: Address) => ({ chatId, lane: LANE, patienceMs: patienceOf(LANE) });
