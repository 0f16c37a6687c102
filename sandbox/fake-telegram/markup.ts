import type { InlineKeyboardMarkup } from '@grammyjs/types';
import type { Arguments } from './arguments';
import { isRecord } from './arguments';
import { badRequest } from './refusal';
import type { Chat, ReplyButton, ReplyKeyboard } from './chat';

const BUTTON_KINDS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];
const MOST_BUTTONS = 100;

export type Markup =
  | { kind: 'none' }
  | { kind: 'inline'; keyboard: InlineKeyboardMarkup }
  | { kind: 'reply'; keyboard: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force' };

/** The call's reply_markup, refused as Telegram refuses it. */
export function readMarkup(args: Arguments, chat: Chat): Markup {
  if (!args.has('reply_markup')) return { kind: 'none' };
  const markup = args.json('reply_markup', 'reply keyboard markup');
  if (!isRecord(markup)) throw badRequest('object expected as reply markup');
  if (markup['inline_keyboard'] !== undefined) return readInline(markup['inline_keyboard']);
  if (markup['keyboard'] !== undefined) return readReply(markup, chat);
  if (markup['remove_keyboard'] === true) return { kind: 'remove' };
  return markup['force_reply'] === true ? { kind: 'force' } : { kind: 'none' };
}

/** The same where only buttons under a message are allowed. */
export function readInlineOnly(args: Arguments, chat: Chat): InlineKeyboardMarkup | undefined {
  const markup = readMarkup(args, chat);
  if (markup.kind === 'inline') return markup.keyboard;
  if (markup.kind === 'none') return undefined;
  throw badRequest('inline keyboard expected');
}

function readInline(rows: unknown): Markup {
  if (!isTable(rows)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
  }
  const keyboard = rows.map((row) => row.map(readInlineButton)).filter((row) => row.length > 0);
  if (keyboard.flat().length > MOST_BUTTONS) throw badRequest('reply markup is too long');
  if (keyboard.length === 0) return { kind: 'none' };
  return { kind: 'inline', keyboard: { inline_keyboard: keyboard } as unknown as InlineKeyboardMarkup };
}

function isTable(rows: unknown): rows is unknown[][] {
  return Array.isArray(rows) && rows.every((row) => Array.isArray(row));
}

function readInlineButton(button: unknown): Record<string, unknown> {
  const refuse = (words: string) => badRequest(`can't parse inline keyboard button: ${words}`);
  if (!isRecord(button)) throw refuse('InlineKeyboardButton must be an Object');
  const { text } = button;
  if (typeof text !== 'string') throw refuse('field "text" must be of type String');
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  const kinds = BUTTON_KINDS.filter((kind) => button[kind] !== undefined);
  if (kinds.length === 0) throw refuse('text buttons are unallowed in the inline keyboard');
  if (kinds[0] === 'callback_data') checkCallbackData(button['callback_data']);
  if (kinds[0] === 'url') checkUrl(button['url']);
  return { ...button, text: text.trim() };
}

function checkCallbackData(token: unknown): void {
  if (typeof token !== 'string')
    throw badRequest('can\'t parse inline keyboard button: field "callback_data" must be of type String');
  const bytes = Buffer.byteLength(token);
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
}

function checkUrl(url: unknown): void {
  const isUsable = typeof url === 'string' && /^(https?|tg|tonsite):\/\/\S+$/i.test(url) && URL.canParse(url);
  const isLocal = isUsable && /^https?:\/\/(localhost|[^./]+)([:/]|$)/i.test(url);
  if (!isUsable || isLocal) {
    throw badRequest(`inline keyboard button URL '${String(url)}' is invalid: Wrong HTTP URL`);
  }
}

function readReply(markup: Record<string, unknown>, chat: Chat): Markup {
  const rows = markup['keyboard'];
  if (!isTable(rows)) throw badRequest('field "keyboard" must be an Array of Arrays');
  const buttons = rows.map((row) => row.map((button) => readReplyButton(button, chat)));
  const filled = buttons.filter((row) => row.length > 0);
  if (filled.length === 0) return { kind: 'none' };
  const placeholder = markup['input_field_placeholder'];
  return {
    kind: 'reply',
    keyboard: {
      rows: filled,
      isOneTime: markup['one_time_keyboard'] === true,
      ...(typeof placeholder === 'string' && { placeholder }),
    },
  };
}

function readReplyButton(button: unknown, chat: Chat): ReplyButton {
  if (typeof button !== 'string' && !isRecord(button)) {
    throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
  }
  const text = typeof button === 'string' ? button : button['text'];
  if (typeof text !== 'string' || text.trim() === '')
    throw badRequest('keyboard button text must be non-empty');
  if (typeof button === 'string') return { text };
  const asks =
    button['request_contact'] === true
      ? 'contact'
      : button['request_location'] === true
        ? 'location'
        : undefined;
  if (asks && chat.type !== 'private') {
    const what = asks === 'contact' ? 'phone number' : 'location';
    throw badRequest(`${what} can be requested in private chats only`);
  }
  return { text, ...(asks && { asks }) };
}
