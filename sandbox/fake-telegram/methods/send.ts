import type { Message } from '@grammyjs/types';
import type { Arguments } from '../arguments';
import type { Fake } from '../fake';
import type { Markup } from '../markup';
import { readMarkup } from '../markup';
import { badRequest } from '../refusal';
import type { Chat, Content } from '../chat';
import type { Place } from './target';
import { readPlace } from './target';
import { readAlbum, readMedia } from './media';
import { captionFields, checkCaption, checkText, textFields } from './texts';

/** Puts the bot's message into the chat, with its buttons or keyboard. */
export function postByBot(fake: Fake, place: Place, sent: { content: Content; markup: Markup }): Message {
  const { chat, base } = place;
  const inline = sent.markup.kind === 'inline' ? { reply_markup: sent.markup.keyboard } : {};
  const kept = fake.world.post(chat, { ...base, ...sent.content, ...inline });
  kept.hasReplyKeyboard = ['reply', 'force'].includes(sent.markup.kind);
  applyKeyboard(fake, chat, sent.markup);
  return kept.message;
}

function applyKeyboard(fake: Fake, chat: Chat, markup: Markup): void {
  if (markup.kind === 'reply') chat.keyboard = markup.keyboard;
  else if (markup.kind === 'remove') chat.keyboard = undefined;
  else return;
  fake.world.changed(chat, 'keyboard');
}

export function sendMessage(fake: Fake, args: Arguments): Message {
  if (!args.has('text')) throw badRequest('message text is empty');
  const formatted = args.formatted('text');
  const place = readPlace(fake, args);
  checkText(formatted);
  return postByBot(fake, place, { content: textFields(formatted), markup: readMarkup(args, place.chat) });
}

type SentKind = 'photo' | 'document' | 'voice' | 'video' | 'video_note';

export function sendFile(kind: SentKind) {
  return (fake: Fake, args: Arguments): Message => {
    const caption = args.formatted('caption', 'caption_entities');
    const place = readPlace(fake, args);
    checkCaption(caption);
    const media = readMedia(fake, args, { kind, value: args.text(kind), field: kind });
    const content = kind === 'video_note' ? media : { ...media, ...captionFields(caption) };
    return postByBot(fake, place, { content, markup: readMarkup(args, place.chat) });
  };
}

export function sendMediaGroup(fake: Fake, args: Arguments): Message[] {
  const items = readAlbum(fake, args);
  const place = readPlace(fake, args);
  const albumId = `1${Date.now()}${Math.floor(Math.random() * 1e4)}`;
  return items.map((content) =>
    postByBot(fake, place, { content: { ...content, media_group_id: albumId }, markup: { kind: 'none' } }),
  );
}

export function sendLocation(fake: Fake, args: Arguments): Message {
  const place = readPlace(fake, args);
  const coordinates = ['latitude', 'longitude'].map((name) => {
    if (!args.has(name)) throw badRequest(`${name} is empty`);
    return Number(args.text(name));
  });
  const [latitude, longitude] = coordinates as [number, number];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw badRequest('wrong location specified');
  const content = { location: { latitude, longitude } };
  return postByBot(fake, place, { content, markup: readMarkup(args, place.chat) });
}
