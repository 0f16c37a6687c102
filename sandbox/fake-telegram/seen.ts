import type { InlineKeyboardButton, Message } from '@grammyjs/types';
import { renderHtml } from './render-html';
import type { Kept } from './chat';

export interface SeenButton {
  label: string;
  token?: string;
  url?: string;
}

export interface SeenMedia {
  kind: 'photo' | 'document' | 'voice' | 'video' | 'video_note' | 'sticker';
  fileId: string;
  fileName?: string | undefined;
  size?: number | undefined;
}

/** A message as a person sees it. */
export interface Seen {
  id: number;
  chatId: number;
  threadId?: number | undefined;
  /** Milliseconds by the fake's clock. */
  at: number;
  seq: number;
  byBot: boolean;
  authorId?: number | undefined;
  author: string;
  text: string;
  html: string;
  buttons: SeenButton[][];
  replyTo?: number | undefined;
  media?: SeenMedia | undefined;
  place?: { latitude: number; longitude: number } | undefined;
  contact?: { phone: string; name: string; userId?: number | undefined } | undefined;
  albumId?: string | undefined;
  forwardedFrom?: string | undefined;
  service?: string | undefined;
  reactions: string[];
  isEdited: boolean;
  isDeleted: boolean;
}

export function toSeen(botId: number, kept: Kept): Seen {
  const { message } = kept;
  const text = message.text ?? message.caption ?? '';
  const from = message.sender_chat ? undefined : message.from;
  return {
    id: message.message_id,
    chatId: message.chat.id,
    threadId: message.message_thread_id,
    at: message.date * 1000,
    seq: kept.seq,
    byBot: message.from?.id === botId,
    authorId: from?.id,
    author: from ? nameOf(from) : 'title' in message.chat ? (message.chat.title ?? '') : '',
    text,
    html: renderHtml(text, message.entities ?? message.caption_entities),
    buttons: (kept.buttons?.inline_keyboard ?? []).map((row) => row.map(toButton)),
    replyTo: explicitReply(message),
    media: toMedia(message),
    place: message.location && {
      latitude: message.location.latitude,
      longitude: message.location.longitude,
    },
    contact: message.contact && {
      phone: message.contact.phone_number,
      name: nameOf(message.contact),
      userId: message.contact.user_id,
    },
    albumId: message.media_group_id,
    forwardedFrom: toOrigin(message),
    service: toService(message),
    reactions: [...kept.reactions.values()],
    isEdited: message.edit_date !== undefined,
    isDeleted: kept.isDeleted,
  };
}

function nameOf(who: { first_name: string; last_name?: string }): string {
  return [who.first_name, who.last_name].filter(Boolean).join(' ');
}

function toButton(button: InlineKeyboardButton): SeenButton {
  return {
    label: button.text,
    ...('callback_data' in button && { token: button.callback_data }),
    ...('url' in button && { url: button.url }),
  };
}

function explicitReply(message: Message): number | undefined {
  const replied = message.reply_to_message;
  return replied && !replied.forum_topic_created ? replied.message_id : undefined;
}

function toMedia(message: Message): SeenMedia | undefined {
  const photo = message.photo?.at(-1);
  if (photo) return { kind: 'photo', fileId: photo.file_id, size: photo.file_size };
  for (const kind of ['document', 'voice', 'video', 'video_note', 'sticker'] as const) {
    const file = message[kind];
    if (!file) continue;
    const fileName = 'file_name' in file ? file.file_name : undefined;
    return { kind, fileId: file.file_id, fileName, size: file.file_size };
  }
  return undefined;
}

function toOrigin(message: Message): string | undefined {
  const origin = message.forward_origin;
  if (!origin) return undefined;
  if (origin.type === 'user') return nameOf(origin.sender_user);
  return origin.type === 'hidden_user' ? origin.sender_user_name : 'chat';
}

const SERVICE = [
  'forum_topic_created',
  'forum_topic_edited',
  'forum_topic_closed',
  'forum_topic_reopened',
  'pinned_message',
  'new_chat_members',
  'left_chat_member',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
] as const;

export function toService(message: Message): string | undefined {
  return SERVICE.find((kind) => message[kind] !== undefined);
}
