import type { ForumTopicCreated, InlineKeyboardMarkup, Message, User } from '@grammyjs/types';

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked';

export interface PersonRecord {
  id: number;
  firstName: string;
  lastName?: string | undefined;
  username?: string | undefined;
  languageCode?: string | undefined;
  phone?: string | undefined;
  isDeactivated: boolean;
}

export interface Topic {
  id: number;
  name: string;
  color: number;
  isClosed: boolean;
  created: ForumTopicCreated;
}

export interface ReplyButton {
  text: string;
  asks?: 'contact' | 'location';
}

export interface ReplyKeyboard {
  rows: ReplyButton[][];
  isOneTime: boolean;
  placeholder?: string;
}

/** A message as both sides know it. */
export interface Kept {
  message: Message;
  isDeleted: boolean;
  /** The number of the latest visible change. */
  seq: number;
  hasReplyKeyboard: boolean;
  buttons?: InlineKeyboardMarkup | undefined;
  reactions: Map<number, string>;
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string | undefined;
  person?: PersonRecord;
  isForum: boolean;
  members: Map<number, MemberStatus>;
  bot: MemberStatus;
  isStarted: boolean;
  isBlocked: boolean;
  messages: Map<number, Kept>;
  topics: Map<number, Topic>;
  keyboard?: ReplyKeyboard | undefined;
  migratedTo?: number;
  lastMessageId: number;
}

export type Content = Omit<Partial<Message>, 'message_id' | 'chat' | 'date'>;

export function describeChat(chat: Chat): Message['chat'] {
  if (chat.type === 'private') {
    const { firstName, lastName, username } = chat.person!;
    return {
      id: chat.id,
      type: 'private',
      first_name: firstName,
      ...(lastName && { last_name: lastName }),
      ...(username && { username }),
    };
  }
  const title = chat.title ?? '';
  if (chat.type === 'group') return { id: chat.id, type: 'group', title };
  return { id: chat.id, type: 'supergroup', title, ...(chat.isForum && { is_forum: true as const }) };
}

export function describePerson(person: PersonRecord): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName && { last_name: person.lastName }),
    ...(person.username && { username: person.username }),
    ...(person.languageCode && { language_code: person.languageCode }),
  };
}

/** A message as it looks inside another one: without its own reply. */
export function quoted(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _inner, ...rest } = message;
  return rest as NonNullable<Message['reply_to_message']>;
}
