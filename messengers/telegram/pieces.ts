import { InputFile, type Api } from 'grammy';
import type { InputMediaDocument, InputMediaPhoto, InputMediaVideo } from 'grammy/types';
import type { Address, Screen, ShownFile } from '../messenger';
import { isGroup } from './call';
import { fileIdOf, isNote } from './file-handle';
import type { Keyboard } from './keyboard';
import { inlineKeyboard, keyboardOf, NO_KEYBOARD } from './keyboard';
import { CAPTION_LIMIT, plainText, split, splitPlain } from './split';

/** One call that shows a piece of a screen and gives the ids of the messages it made. */
export type Piece = (api: Api) => Promise<readonly number[]>;

/** How much of a screen Telegram is trusted to read: after a refusal less of it is tried. */
export interface Trust {
  readonly isPlain: boolean;
  readonly hasButtons: boolean;
}

interface Envelope {
  readonly chat_id: number;
  readonly message_thread_id?: number;
  readonly disable_notification?: boolean;
}

/** The calls a screen takes, in order; the keyboard goes with the last one. */
export function piecesOf(to: Address, screen: Screen, trust: Trust): Piece[] {
  const envelope = envelopeOf(to, screen);
  const keyboard = trust.hasButtons ? keyboardOf(screen, isGroup(to.chatId)) : undefined;
  const first = replyTo(screen);
  const [only, ...more] = screen.files ?? [];
  const caption = plainText(screen.text);
  if (only && more.length === 0 && mayCaption(only) && caption.length <= CAPTION_LIMIT) {
    const words = caption.trim()
      ? worded(trust.isPlain ? caption : (split(screen.text)[0] ?? ''), trust)
      : {};
    return [fileCall(only, { ...envelope, ...first, ...words, ...markup(keyboard) })];
  }
  const files = batches(screen.files ?? []).map((batch) => batchCall(batch, { ...envelope }));
  return [...files, ...textCalls(screen, { ...envelope, ...first }, { trust, keyboard })];
}

/** Takes a reply keyboard away: Telegram does that only with a message, so this one is deleted afterwards. */
export function sweeper(to: Address): Piece {
  const envelope = { ...envelopeOf(to, {}), disable_notification: true };
  return async (api) => {
    const { message_id } = await api.raw.sendMessage({ ...envelope, text: '…', reply_markup: NO_KEYBOARD });
    return [message_id];
  };
}

/** Inline buttons and the end of a reply keyboard do not fit into one message. */
export const needsSweeper = (screen: Screen): boolean =>
  screen.request?.what === 'none' && inlineKeyboard(screen) !== undefined;

function textCalls(
  screen: Screen,
  first: object & Envelope,
  { trust, keyboard }: { trust: Trust; keyboard: Keyboard | undefined },
): Piece[] {
  const parts = trust.isPlain ? splitPlain(plainText(screen.text)) : split(screen.text);
  const shown = parts.filter((part) => plainText(part).trim() !== '');
  return shown.map((text, index) => {
    const { chat_id, message_thread_id, disable_notification } = first;
    const later = { chat_id, ...given({ message_thread_id, disable_notification }) };
    const payload = {
      ...(index === 0 ? first : later),
      ...(index === shown.length - 1 ? markup(keyboard) : {}),
      ...(trust.isPlain ? {} : { parse_mode: 'HTML' as const }),
      link_preview_options: { is_disabled: true },
      text,
    };
    return async (api) => [(await api.raw.sendMessage(payload)).message_id];
  });
}

/** Photos and videos share albums of ten, documents have their own, the rest goes alone. */
function batches(files: readonly ShownFile[]): ShownFile[][] {
  const album = files.filter((file) => file.kind === 'photo' || (file.kind === 'video' && !isRound(file)));
  const documents = files.filter((file) => file.kind === 'document');
  const alone = files.filter((file) => !album.includes(file) && !documents.includes(file));
  return [...tens(album), ...tens(documents), ...alone.map((file) => [file])];
}

/** The message of each file, in the order of the files: pieces show them in an order of their own, before the words. */
export function messagesOfFiles(files: readonly ShownFile[], ids: readonly string[]): string[] {
  const shown = batches(files).flat();
  const left = new Map(files.map((file) => [file, [] as string[]]));
  shown.forEach((file, index) => left.get(file)?.push(ids[index] ?? ''));
  return files.flatMap((file) => left.get(file)?.shift() || []);
}

function tens(files: readonly ShownFile[]): ShownFile[][] {
  const count = Math.ceil(files.length / 10);
  return Array.from({ length: count }, (_, index) => files.slice(index * 10, index * 10 + 10));
}

function batchCall(batch: readonly ShownFile[], envelope: Envelope): Piece {
  const [only] = batch;
  if (only && batch.length === 1) return fileCall(only, envelope);
  const media = batch.map((file) => ({ type: file.kind, media: mediaOf(file) }));
  return async (api) => {
    const album = media as readonly (InputMediaPhoto | InputMediaVideo)[] | readonly InputMediaDocument[];
    const messages = await api.raw.sendMediaGroup({ ...envelope, media: album });
    return messages.map((message) => message.message_id);
  };
}

function fileCall(file: ShownFile, payload: Envelope): Piece {
  const id = mediaOf(file);
  return async (api) => {
    if (isRound(file)) return [(await api.raw.sendVideoNote({ ...payload, video_note: id })).message_id];
    switch (file.kind) {
      case 'photo':
        return [(await api.raw.sendPhoto({ ...payload, photo: id })).message_id];
      case 'document':
        return [(await api.raw.sendDocument({ ...payload, document: id })).message_id];
      case 'voice':
        return [(await api.raw.sendVoice({ ...payload, voice: id })).message_id];
      case 'video':
        return [(await api.raw.sendVideo({ ...payload, video: id })).message_id];
    }
  };
}

const isRound = (file: ShownFile): boolean => 'fileId' in file && isNote(file.fileId);

export const mediaOf = (file: ShownFile): string | InputFile =>
  'fileId' in file ? fileIdOf(file.fileId) : new InputFile(file.bytes, file.name);

const mayCaption = (file: ShownFile): boolean => !isRound(file);

function envelopeOf(to: Address, screen: Pick<Screen, 'isSilent'>): Envelope {
  return {
    chat_id: Number(to.chatId),
    ...(to.threadId ? { message_thread_id: Number(to.threadId) } : {}),
    ...(screen.isSilent ? { disable_notification: true } : {}),
  };
}

function replyTo({ replyToMessageId }: Screen) {
  if (!replyToMessageId) return {};
  return { reply_parameters: { message_id: Number(replyToMessageId), allow_sending_without_reply: true } };
}

const worded = (caption: string, { isPlain }: Trust) =>
  isPlain ? { caption } : { caption, parse_mode: 'HTML' as const };

const markup = (keyboard: Keyboard | undefined) => (keyboard ? { reply_markup: keyboard } : {});

function given<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
