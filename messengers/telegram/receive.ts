import { createHash } from 'node:crypto';
import type { Chat, Content, Incoming } from '../messenger';
import { contentOf, isService } from './content';
import type { BotIdentity } from './ports';
import type { MemberChange, Press, TelegramChat, TelegramMessage, TelegramUser, Update } from './update';
import { update as updateShape } from './update';

/** What an update turned out to be. `ignored` is acknowledged silently, `malformed` goes to quarantine. */
export type Reading =
  | { readonly result: 'incoming'; readonly updateId: number; readonly incoming: Incoming }
  | { readonly result: 'ignored'; readonly updateId: number; readonly why: Ignored }
  | {
      readonly result: 'malformed';
      readonly updateId?: number;
      readonly id: string;
      readonly problem: string;
    };

export type Ignored =
  'unknown_kind' | 'channel' | 'from_a_bot' | 'for_another_bot' | 'no_words' | 'not_a_press';

type Happening = Omit<Incoming, 'id'>;

/** Parses one raw update once. `now` dates what Telegram does not date (presses). Never throws. */
export function readUpdate(raw: unknown, bot: BotIdentity, now: Date): Reading {
  const parsed = updateShape.safeParse(raw);
  if (!parsed.success) {
    const where = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    return malformed(raw, bot, where.join('; '));
  }
  const { update_id: updateId } = parsed.data;
  const happening = happeningOf(parsed.data, bot, now);
  if (typeof happening === 'string') return { result: 'ignored', updateId, why: happening };
  return { result: 'incoming', updateId, incoming: { id: `tg-${bot.id}-${updateId}`, ...happening } };
}

function malformed(raw: unknown, bot: BotIdentity, problem: string): Reading {
  const updateId = (raw as { update_id?: unknown } | null | undefined)?.update_id;
  if (typeof updateId === 'number' && Number.isSafeInteger(updateId)) {
    return { result: 'malformed', updateId, id: `tg-${bot.id}-${updateId}`, problem };
  }
  const print = createHash('sha256').update(JSON.stringify(raw) ?? 'undefined');
  return { result: 'malformed', id: `tg-${bot.id}-x${print.digest('hex').slice(0, 24)}`, problem };
}

function happeningOf(update: Update, bot: BotIdentity, now: Date): Happening | Ignored {
  if (update.message) return sent(update.message, bot);
  if (update.edited_message) return edited(update.edited_message, bot);
  if (update.callback_query) return pressed(update.callback_query, now);
  if (update.my_chat_member) return memberChanged(update.my_chat_member);
  return 'unknown_kind';
}

function sent(message: TelegramMessage, bot: BotIdentity): Happening | Ignored {
  const refusal = refusalOf(message);
  if (refusal) return refusal;
  const content = contentOf(message, bot);
  return content === 'for_another_bot' ? content : enveloped(message, bot, content);
}

function edited(message: TelegramMessage, bot: BotIdentity): Happening | Ignored {
  const refusal = refusalOf(message);
  if (refusal) return refusal;
  const text = message.text ?? message.caption;
  if (text === undefined) return 'no_words';
  return enveloped(message, bot, { kind: 'edit', messageId: String(message.message_id), text });
}

function refusalOf(message: TelegramMessage): Ignored | undefined {
  if (message.chat.type === 'channel') return 'channel';
  // Anonymous admins and channels write through bot accounts of Telegram's own: heard, but nobody.
  if (message.from?.is_bot && !message.sender_chat && !isAnonymous(message.from)) return 'from_a_bot';
  return undefined;
}

function enveloped(message: TelegramMessage, bot: BotIdentity, content: Content): Happening {
  const isNobody = isAnonymous(message.from) || message.sender_chat !== undefined || isService(message);
  const replied = message.reply_to_message;
  const isReply = replied?.from?.id === bot.id && replied.forum_topic_created === undefined;
  return {
    at: new Date(message.date * 1000),
    chat: chatOf(message.chat, message),
    ...(message.from && !isNobody ? { person: personOf(message.from) } : {}),
    messageId: String(message.message_id),
    ...(isReply ? { replyToMessageId: String(replied.message_id) } : {}),
    isForwarded: message.forward_origin !== undefined,
    content,
  };
}

function pressed(press: Press, now: Date): Happening | Ignored {
  const { message, data: token } = press;
  if (!message || token === undefined) return 'not_a_press';
  if (message.chat.type === 'channel') return 'channel';
  const messageId = String(message.message_id);
  return {
    at: now,
    chat: chatOf(message.chat, message),
    person: personOf(press.from),
    messageId,
    isForwarded: false,
    content: { kind: 'press', token, pressId: press.id, messageId },
  };
}

function memberChanged(change: MemberChange): Happening | Ignored {
  const { chat, new_chat_member: member } = change;
  if (chat.type === 'channel') return 'channel';
  const isIn = !['left', 'kicked'].includes(member.status) && member.is_member !== false;
  const mayManageTopics = member.status === 'creator' || member.can_manage_topics === true;
  const isPrivate = chat.type === 'private';
  return {
    at: new Date(change.date * 1000),
    chat: chatOf(chat),
    ...(isAnonymous(change.from) ? {} : { person: personOf(change.from) }),
    isForwarded: false,
    content: isPrivate
      ? { kind: 'reach', isReachable: isIn }
      : { kind: 'membership', isMember: isIn, mayManageTopics },
  };
}

const GROUP_ANONYMOUS_BOT = 1087968824;

const isAnonymous = (user: TelegramUser | undefined): boolean =>
  user === undefined || user.id === GROUP_ANONYMOUS_BOT;

function personOf(user: TelegramUser): NonNullable<Incoming['person']> {
  return { id: String(user.id), ...(user.language_code ? { language: user.language_code } : {}) };
}

function chatOf(
  chat: TelegramChat,
  message?: { message_thread_id?: number | undefined; is_topic_message?: boolean | undefined },
): Chat {
  const threadId = message?.is_topic_message ? message.message_thread_id : undefined;
  return {
    messenger: 'telegram',
    chatId: String(chat.id),
    ...(threadId === undefined ? {} : { threadId: String(threadId) }),
    kind: chat.type === 'private' ? 'private' : 'group',
    hasTopics: chat.is_forum === true,
  };
}
