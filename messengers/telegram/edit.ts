import type { Address, EditResult, Lane, Screen } from '../messenger';
import type { CallDeps, Called } from './call';
import { asEditResult, call, patienceOf } from './call';
import { inlineKeyboard } from './keyboard';
import type { Trust } from './pieces';
import { CAPTION_LIMIT, plainText, truncate, truncatePlain } from './split';

export interface Target {
  readonly at: Address;
  readonly messageId: string;
  readonly lane: Lane;
}

/**
 * Changes a message we sent: its text (or its caption, if it is a picture) and its buttons; with empty text only
 * the buttons. Text too long for one message ends in an ellipsis.
 */
export async function edit(deps: CallDeps, target: Target, screen: Screen): Promise<EditResult> {
  const full = await change(deps, target, { screen, trust: { isPlain: false, hasButtons: true } });
  if (full.result === 'ok') return { result: 'sent', messageIds: [target.messageId] };
  if (full.result !== 'unreadable' && full.result !== 'bad_buttons') {
    return asEditResult(full, target.messageId);
  }
  const trust = { isPlain: true, hasButtons: full.result === 'unreadable' };
  const simple = await change(deps, target, { screen, trust });
  if (simple.result === 'ok') return { result: 'sent', messageIds: [target.messageId] };
  return asEditResult(simple, target.messageId);
}

interface Shape {
  readonly screen: Screen;
  readonly trust: Trust;
}

async function change(
  deps: CallDeps,
  { at, messageId, lane }: Target,
  shape: Shape,
): Promise<Called<unknown>> {
  const turn = { chatId: at.chatId, lane, patienceMs: patienceOf(lane) };
  const id = { chat_id: Number(at.chatId), message_id: Number(messageId) };
  const keyboard = shape.trust.hasButtons ? inlineKeyboard(shape.screen) : undefined;
  const buttons = keyboard ? { reply_markup: keyboard } : {};
  if (plainText(shape.screen.text).trim() === '') {
    return call(deps, turn, (api) => api.raw.editMessageReplyMarkup({ ...id, ...buttons }));
  }
  const changed = await call(deps, turn, (api) => {
    const link_preview_options = { is_disabled: true };
    return api.raw.editMessageText({ ...id, ...buttons, ...words(shape), link_preview_options });
  });
  if (changed.result !== 'no_text') return changed;
  const { text: caption, ...mode } = words(shape, CAPTION_LIMIT);
  return call(deps, turn, (api) => api.raw.editMessageCaption({ ...id, ...buttons, ...mode, caption }));
}

function words({ screen, trust }: Shape, limit?: number) {
  if (trust.isPlain) return { text: truncatePlain(plainText(screen.text), limit ?? 4096) };
  return { text: truncate(screen.text, limit), parse_mode: 'HTML' as const };
}
