import type { ChatMemberUpdated, Message } from '@grammyjs/types';
import type { Fake } from './fake';
import { describeMember } from './methods/chats';
import type { Chat, MemberStatus, PersonRecord } from './chat';
import { describeChat, describePerson } from './chat';
import { toService } from './seen';

/** Sends the bot a message or an edit, if its privacy lets it see this one. */
export function tellBot(
  fake: Fake,
  chat: Chat,
  told: { kind: 'message' | 'edited_message'; message: Message },
): void {
  if (!isVisible(fake, chat, told.message)) return;
  fake.updates.add(told.kind, told.message as never, `chat ${chat.id}`);
}

function isVisible(fake: Fake, chat: Chat, message: Message): boolean {
  if (chat.type === 'private') return chat.isStarted && !chat.isBlocked;
  if (chat.bot === 'left' || chat.bot === 'kicked') return false;
  if (chat.bot === 'administrator' || fake.world.bot.can_read_all_group_messages) return true;
  return toService(message) !== undefined || isForBot(fake, message);
}

function isForBot(fake: Fake, message: Message): boolean {
  const replied = message.reply_to_message;
  if (replied && !replied.forum_topic_created && replied.from?.id === fake.world.bot.id) return true;
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  return entities.some((entity) => {
    if (entity.type !== 'bot_command') return false;
    const [, addressee] = text.slice(entity.offset, entity.offset + entity.length).split('@');
    const isOurs = addressee?.toLowerCase() === fake.world.bot.username.toLowerCase();
    return isOurs || (addressee === undefined && entity.offset === 0);
  });
}

interface StatusChange {
  by: PersonRecord;
  from: MemberStatus;
  to: MemberStatus;
}

/** my_chat_member: blocked, added, removed, promoted. */
export function tellStatus(fake: Fake, chat: Chat, change: StatusChange): void {
  const botId = fake.world.bot.id;
  const update = {
    chat: describeChat(chat),
    from: describePerson(change.by),
    date: fake.world.seconds(),
    old_chat_member: describeMember(fake, botId, change.from),
    new_chat_member: describeMember(fake, botId, change.to),
  } as ChatMemberUpdated;
  fake.updates.add('my_chat_member', update, `status ${chat.id}`);
}
