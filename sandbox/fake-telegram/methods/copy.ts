import type { Message, MessageId } from '@grammyjs/types';
import type { Arguments } from '../arguments';
import type { Fake } from '../fake';
import { readMarkup } from '../markup';
import { badRequest } from '../refusal';
import { toService } from '../seen';
import type { Content, Kept } from '../chat';
import { postByBot } from './send';
import { messageIds, readPlace, readableChat, requiredMessage } from './target';
import { captionFields, checkCaption } from './texts';

const COPIED = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'voice',
  'video',
  'video_note',
  'sticker',
  'location',
  'contact',
] as const;

function contentOf(message: Message): Content {
  return Object.fromEntries(
    COPIED.filter((name) => message[name] !== undefined).map((name) => [name, message[name]]),
  );
}

function isCopyable({ message }: Kept): boolean {
  return toService(message) === undefined && !message.has_protected_content;
}

export function copyMessage(fake: Fake, args: Arguments): MessageId {
  const from = readableChat(fake, args, 'from_chat_id');
  const original = requiredMessage(fake, args, { chat: from, what: 'message to copy' });
  if (!isCopyable(original)) throw badRequest("message can't be copied");
  const place = readPlace(fake, args);
  const content = contentOf(original.message);
  const caption = checkCaption(args.formatted('caption', 'caption_entities'));
  const isCaptioned = args.has('caption') && content.text === undefined;
  const { caption: _caption, caption_entities: _entities, ...bare } = content;
  const copied = isCaptioned ? { ...bare, ...captionFields(caption) } : content;
  const markup = readMarkup(args, place.chat);
  return { message_id: postByBot(fake, place, { content: copied, markup }).message_id };
}

/** Keeps albums together, leaves out what is gone. */
export function copyMessages(fake: Fake, args: Arguments): MessageId[] {
  const from = readableChat(fake, args, 'from_chat_id');
  const ids = messageIds(args);
  if (ids.some((id, i) => i > 0 && id <= ids[i - 1]!)) {
    throw badRequest('message identifiers must be in a strictly increasing order');
  }
  const place = readPlace(fake, args);
  const found = ids
    .map((id) => fake.world.find(from, id))
    .filter((kept) => kept !== undefined && isCopyable(kept));
  if (found.length === 0) throw badRequest('there are no messages to copy');
  const albums = new Map<string, string>();
  return found.map((kept) => {
    const content = { ...contentOf(kept!.message), ...copiedAlbum(kept!.message, albums) };
    const { message_id } = postByBot(fake, place, { content, markup: { kind: 'none' } });
    return { message_id };
  });
}

function copiedAlbum(message: Message, albums: Map<string, string>): Content {
  const original = message.media_group_id;
  if (!original) return {};
  const copy = albums.get(original) ?? `2${Date.now()}${albums.size}${original.slice(-4)}`;
  albums.set(original, copy);
  return { media_group_id: copy };
}

export function forwardMessage(fake: Fake, args: Arguments): Message {
  const from = readableChat(fake, args, 'from_chat_id');
  const original = requiredMessage(fake, args, { chat: from, what: 'message to forward' });
  if (!isCopyable(original)) throw badRequest("message can't be forwarded");
  const place = readPlace(fake, args);
  const { message } = original;
  const origin = message.forward_origin ?? {
    type: 'user' as const,
    sender_user: message.from!,
    date: message.date,
  };
  const content = { ...contentOf(message), forward_origin: origin };
  return postByBot(fake, place, { content, markup: { kind: 'none' } });
}
