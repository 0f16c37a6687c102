import type { ForumTopic } from '@grammyjs/types';
import type { Arguments } from '../arguments';
import type { Fake } from '../fake';
import { badRequest } from '../refusal';
import type { Chat, Content, Topic } from '../chat';
import { quoted } from '../chat';
import { botUser, requireRight, writableChat } from './target';

const NAME_LIMIT = 128;
const COLORS = [7322096, 16766590, 13338331, 9367192, 16749490, 16478047];

function readForum(fake: Fake, args: Arguments): Chat {
  const chat = writableChat(fake, args);
  if (!chat.isForum) throw badRequest('the chat is not a forum');
  requireRight(chat, 'not enough rights to manage topics');
  return chat;
}

function readTopic(fake: Fake, args: Arguments): { chat: Chat; topic: Topic } {
  const chat = readForum(fake, args);
  const topic = chat.topics.get(args.integer('message_thread_id') ?? 0);
  if (!topic) throw badRequest('message thread not found');
  return { chat, topic };
}

function checkName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw badRequest('topic name must be non-empty');
  if (trimmed.length > NAME_LIMIT) throw badRequest('TOPIC_TITLE_INVALID');
  return trimmed;
}

/** Opens a topic: its id is the id of the service message that starts it. */
export function openTopic(
  fake: Fake,
  chat: Chat,
  made: { name: string; color: number; from: NonNullable<Content['from']> },
) {
  const created = { name: made.name, icon_color: made.color };
  const kept = fake.world.post(chat, {
    from: made.from,
    forum_topic_created: created,
    is_topic_message: true,
  });
  const id = kept.message.message_id;
  Object.assign(kept.message, { message_thread_id: id });
  const topic: Topic = { id, name: made.name, color: made.color, isClosed: false, created };
  chat.topics.set(id, topic);
  fake.world.changed(chat, 'topic', undefined, { threadId: id, text: made.name });
  return { topic, kept };
}

export function createForumTopic(fake: Fake, args: Arguments): ForumTopic {
  const chat = readForum(fake, args);
  const name = checkName(args.text('name'));
  const color = args.integer('icon_color') ?? COLORS[0]!;
  if (!COLORS.includes(color)) throw badRequest('TOPIC_ICON_COLOR_INVALID');
  const { topic } = openTopic(fake, chat, { name, color, from: botUser(fake) });
  return { message_thread_id: topic.id, name, icon_color: color };
}

function tell(fake: Fake, found: { chat: Chat; topic: Topic }, content: Content): true {
  const { chat, topic } = found;
  const created = chat.messages.get(topic.id);
  fake.world.post(chat, {
    from: botUser(fake),
    message_thread_id: topic.id,
    is_topic_message: true,
    ...(created && { reply_to_message: quoted(created.message) }),
    ...content,
  });
  fake.world.changed(chat, 'topic', undefined, { threadId: topic.id, text: topic.name });
  return true;
}

export function editForumTopic(fake: Fake, args: Arguments): true {
  const found = readTopic(fake, args);
  const name = args.has('name') ? checkName(args.text('name')) : found.topic.name;
  if (name === found.topic.name && !args.has('icon_custom_emoji_id')) throw badRequest('TOPIC_NOT_MODIFIED');
  found.topic.name = name;
  return tell(fake, found, { forum_topic_edited: { name } });
}

export function closeForumTopic(fake: Fake, args: Arguments): true {
  const found = readTopic(fake, args);
  if (found.topic.isClosed) throw badRequest('TOPIC_NOT_MODIFIED');
  found.topic.isClosed = true;
  return tell(fake, found, { forum_topic_closed: {} });
}

export function reopenForumTopic(fake: Fake, args: Arguments): true {
  const found = readTopic(fake, args);
  if (!found.topic.isClosed) throw badRequest('TOPIC_NOT_MODIFIED');
  found.topic.isClosed = false;
  return tell(fake, found, { forum_topic_reopened: {} });
}

export function deleteForumTopic(fake: Fake, args: Arguments): true {
  const { chat, topic } = readTopic(fake, args);
  dropTopic(fake, chat, topic.id);
  return true;
}

/** The topic and every message in it are gone. */
export function dropTopic(fake: Fake, chat: Chat, threadId: number): void {
  chat.topics.delete(threadId);
  for (const kept of chat.messages.values()) {
    if (kept.message.message_thread_id === threadId && !kept.isDeleted) fake.world.remove(chat, kept);
  }
  fake.world.changed(chat, 'topic', undefined, { threadId });
}
