import type { Message } from '@grammyjs/types';
import type { Arguments } from '../arguments';
import { isRecord } from '../arguments';
import type { Fake } from '../fake';
import { badRequest, forbidden, Refusal } from '../refusal';
import type { Chat, Kept } from '../chat';
import { quoted } from '../chat';

export const GENERAL_TOPIC = 1;

/** The chat a call names, if the bot knows it and may still be there. */
export function readableChat(fake: Fake, args: Arguments, name = 'chat_id'): Chat {
  if (!args.has(name)) throw badRequest(`${name} is empty`);
  const id = args.integer(name);
  const chat = id === undefined ? undefined : fake.world.chats.get(id);
  if (!chat) throw badRequest('chat not found');
  if (chat.migratedTo !== undefined) {
    throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: chat.migratedTo,
    });
  }
  if (chat.type === 'private' && !chat.isStarted && !isKnown(fake, chat)) throw badRequest('chat not found');
  if (chat.type !== 'private') checkMembership(chat);
  return chat;
}

/** The same, where the bot may also write. */
export function writableChat(fake: Fake, args: Arguments): Chat {
  const chat = readableChat(fake, args);
  if (chat.type !== 'private') return chat;
  if (chat.person?.isDeactivated) throw forbidden('user is deactivated');
  if (!chat.isStarted) throw forbidden("bot can't initiate conversation with a user");
  if (chat.isBlocked) throw forbidden('bot was blocked by the user');
  return chat;
}

function isKnown(fake: Fake, chat: Chat): boolean {
  return [...fake.world.chats.values()].some(
    (other) => other.type !== 'private' && other.members.has(chat.id),
  );
}

function checkMembership(chat: Chat): void {
  const kind = chat.type === 'group' ? 'group' : 'supergroup';
  if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${kind} chat`);
  if (chat.bot === 'left') throw forbidden(`bot is not a member of the ${kind} chat`);
}

export function requireRight(chat: Chat, words: string): void {
  if (chat.bot !== 'administrator') throw badRequest(words);
}

export interface Place {
  chat: Chat;
  /** What every message sent there carries. */
  base: Partial<Message>;
}

/** Where a new message goes: the chat, the topic and the message it replies to. */
export function readPlace(fake: Fake, args: Arguments): Place {
  const chat = writableChat(fake, args);
  const thread = checkThread(chat, args.integer('message_thread_id'));
  const reply = findReply(fake, args, chat);
  const threadId = thread ?? reply?.message.message_thread_id;
  if (threadId !== undefined) checkOpen(chat, threadId);
  const created = threadId === undefined ? undefined : chat.messages.get(threadId);
  const repliedTo = reply ?? created;
  return {
    chat,
    base: {
      from: botUser(fake),
      ...(threadId !== undefined && { message_thread_id: threadId, is_topic_message: true as const }),
      ...(repliedTo && { reply_to_message: quoted(repliedTo.message) }),
      ...(args.flag('protect_content') && { has_protected_content: true as const }),
    },
  };
}

export function checkThread(chat: Chat, threadId: number | undefined): number | undefined {
  if (!threadId) return undefined;
  const isThere = chat.isForum && threadId !== GENERAL_TOPIC && chat.topics.has(threadId);
  if (!isThere) throw badRequest('message thread not found');
  return threadId;
}

function checkOpen(chat: Chat, threadId: number): void {
  if (chat.topics.get(threadId)?.isClosed && chat.bot !== 'administrator') throw badRequest('TOPIC_CLOSED');
}

function findReply(fake: Fake, args: Arguments, chat: Chat): Kept | undefined {
  const parameters = args.json('reply_parameters', 'reply parameters');
  if (parameters !== undefined && !isRecord(parameters))
    throw badRequest('object expected as reply parameters');
  const id = Number(parameters?.['message_id'] ?? args.integer('reply_to_message_id') ?? 0);
  if (!id) return undefined;
  const kept = fake.world.find(chat, id);
  const isOptional = parameters?.['allow_sending_without_reply'] ?? args.flag('allow_sending_without_reply');
  if (!kept && isOptional !== true) throw badRequest('message to be replied not found');
  return kept;
}

export function botUser(fake: Fake): NonNullable<Message['from']> {
  const { id, first_name, username } = fake.world.bot;
  return { id, is_bot: true, first_name, username };
}

export function requiredMessage(fake: Fake, args: Arguments, found: { chat: Chat; what: string }): Kept {
  const id = args.integer('message_id');
  if (!id) throw badRequest('message identifier is not specified');
  const kept = fake.world.find(found.chat, id);
  if (!kept) throw badRequest(`${found.what} not found`);
  return kept;
}

export function messageIds(args: Arguments): number[] {
  if (!args.has('message_ids')) throw badRequest('message identifiers are not specified');
  const ids = args.json('message_ids', 'message identifiers');
  if (!Array.isArray(ids)) throw badRequest('expected an Array of message identifiers');
  if (ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  const numbers = ids.map(Number);
  if (!numbers.every((id) => Number.isInteger(id) && id > 0))
    throw badRequest('invalid message identifier specified');
  return numbers;
}
