import { isDeepStrictEqual } from 'node:util';
import type { InlineKeyboardMarkup, Message } from '@grammyjs/types';
import type { Arguments } from '../arguments';
import { isRecord } from '../arguments';
import type { Fake } from '../fake';
import { readInlineOnly } from '../markup';
import { badRequest } from '../refusal';
import { toService } from '../seen';
import type { Chat, Content, Kept } from '../chat';
import { readAlbumItem } from './media';
import { captionFields, checkCaption, checkText, textFields } from './texts';
import { messageIds, requiredMessage, writableChat } from './target';

const TWO_DAYS = 48 * 3600;

interface Edited {
  chat: Chat;
  kept: Kept;
  buttons: InlineKeyboardMarkup | undefined;
}

function readEdited(fake: Fake, args: Arguments): Edited {
  const chat = writableChat(fake, args);
  const kept = requiredMessage(fake, args, { chat, what: 'message to edit' });
  const isOurs = kept.message.from?.id === fake.world.bot.id && !toService(kept.message);
  if (!isOurs || kept.hasReplyKeyboard || kept.message.forward_origin)
    throw badRequest("message can't be edited");
  return { chat, kept, buttons: readInlineOnly(args, chat) };
}

function applyEdit(fake: Fake, edited: Edited, fresh: Content): Message {
  const { chat, kept, buttons } = edited;
  const old = Object.fromEntries(
    Object.keys(fresh).map((name) => [name, kept.message[name as keyof Message]]),
  );
  if (isDeepStrictEqual(old, { ...fresh }) && isDeepStrictEqual(kept.buttons, buttons)) throw notModified();
  const { reply_markup: _old, ...rest } = kept.message;
  kept.message = { ...rest, ...(buttons && { reply_markup: buttons }) };
  kept.buttons = buttons;
  fake.world.edit(chat, kept, fresh);
  return kept.message;
}

const notModified = () =>
  badRequest(
    'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
  );

export function editMessageText(fake: Fake, args: Arguments): Message {
  if (!args.has('text')) throw badRequest('message text is empty');
  const formatted = args.formatted('text');
  const edited = readEdited(fake, args);
  if (edited.kept.message.text === undefined) throw badRequest('there is no text in the message to edit');
  checkText(formatted);
  return applyEdit(fake, edited, { entities: undefined, ...textFields(formatted) } as Content);
}

export function editMessageCaption(fake: Fake, args: Arguments): Message {
  const formatted = args.formatted('caption', 'caption_entities');
  const edited = readEdited(fake, args);
  if (edited.kept.message.text !== undefined) throw badRequest('there is no caption in the message to edit');
  checkCaption(formatted);
  const empty = { caption: undefined, caption_entities: undefined };
  return applyEdit(fake, edited, { ...empty, ...captionFields(formatted) } as Content);
}

export function editMessageReplyMarkup(fake: Fake, args: Arguments): Message {
  return applyEdit(fake, readEdited(fake, args), {});
}

const MEDIA = ['photo', 'video', 'document'] as const;

/** In an album a document stays a document, a picture a picture. */
export function editMessageMedia(fake: Fake, args: Arguments): Message {
  const media = args.json('media', 'media');
  if (!isRecord(media)) throw badRequest("can't parse InputMedia: expected an Object");
  const kind = MEDIA.find((known) => known === media['type']);
  if (!kind) throw badRequest('unsupported input media type');
  const content = readAlbumItem(fake, args, media);
  const edited = readEdited(fake, args);
  const { message } = edited.kept;
  const isDocument = message.document !== undefined;
  if (message.text !== undefined || message.video_note || message.voice)
    throw badRequest("message can't be edited");
  if (message.media_group_id && isDocument !== (kind === 'document'))
    throw badRequest("message can't be edited: wrong media type for the album");
  const none = { photo: undefined, video: undefined, document: undefined };
  const bare = { caption: undefined, caption_entities: undefined };
  return applyEdit(fake, edited, { ...none, ...bare, ...content } as Content);
}

export function deleteMessage(fake: Fake, args: Arguments): true {
  const chat = writableChat(fake, args);
  const kept = requiredMessage(fake, args, { chat, what: 'message to delete' });
  if (!mayDelete(fake, chat, kept)) throw badRequest("message can't be deleted for everyone");
  fake.world.remove(chat, kept);
  return true;
}

export function deleteMessages(fake: Fake, args: Arguments): true {
  const chat = writableChat(fake, args);
  for (const id of messageIds(args)) {
    const kept = fake.world.find(chat, id);
    if (kept && mayDelete(fake, chat, kept)) fake.world.remove(chat, kept);
  }
  return true;
}

function mayDelete(fake: Fake, chat: Chat, { message }: Kept): boolean {
  const isOurs = message.from?.id === fake.world.bot.id;
  const isFresh = fake.world.seconds() - message.date < TWO_DAYS;
  if (!isFresh) return false;
  return chat.type === 'private' || chat.bot === 'administrator' || (isOurs && !toService(message));
}
