import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from 'grammy/types';
import type { Choice, Screen } from '../messenger';
import { wellFormed } from './split';

export type Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove;

export const NO_KEYBOARD: ReplyKeyboardRemove = { remove_keyboard: true };

/** The buttons under the message, if the screen has choices. */
export function inlineKeyboard(screen: Screen): InlineKeyboardMarkup | undefined {
  const rows = (screen.choices ?? []).filter((row) => row.length > 0);
  if (rows.length === 0) return undefined;
  return { inline_keyboard: rows.map((row) => row.map(button)) };
}

/** A message carries one keyboard only: choices win over a request. Telegram asks for contacts in private only. */
export function keyboardOf(screen: Screen, isInGroup: boolean): Keyboard | undefined {
  const inline = inlineKeyboard(screen);
  if (inline || !screen.request) return inline;
  if (screen.request.what === 'none') return NO_KEYBOARD;
  if (isInGroup) return undefined;
  const { what, label, others } = screen.request;
  const asking =
    what === 'contact'
      ? { text: label, request_contact: true as const }
      : { text: label, request_location: true as const };
  return {
    keyboard: [[asking], ...others.map((other) => [{ text: wellFormed(other) }])],
    one_time_keyboard: true,
    resize_keyboard: true,
  };
}

function button(choice: Choice) {
  const text = wellFormed(choice.label);
  return 'url' in choice ? { text, url: choice.url } : { text, callback_data: choice.token };
}
