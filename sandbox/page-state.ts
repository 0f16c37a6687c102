import type { BotCommand } from '@grammyjs/types';
import type { Chat } from './fake-telegram/chat';
import type { Change } from './fake-telegram/changes';
import type { FakeTelegram } from './fake-telegram/telegram';

/** A chat beside its messages: what of it may change. */
export function describeChat(chat: Chat) {
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    isForum: chat.isForum,
    isStarted: chat.isStarted,
    isBlocked: chat.isBlocked,
    keyboard: chat.keyboard ?? null,
    topics: [...chat.topics.values()].map(({ id, name, isClosed }) => ({ id, name, isClosed })),
    members: [...chat.members]
      .filter(([, status]) => status !== 'left' && status !== 'kicked')
      .map(([id]) => id),
  };
}

/** Every chat with its messages, as a page that has just been opened needs them. */
export function describeWorld(telegram: FakeTelegram) {
  return {
    bot: { id: telegram.bot.id, name: telegram.bot.first_name, username: telegram.bot.username },
    chats: [...telegram.fake.world.chats.values()].map((chat) => ({
      ...describeChat(chat),
      messages: telegram.chatMessages(chat.id),
    })),
    commands: commandsOf(telegram),
  };
}

/** A change with the present state of its chat beside it. */
export function describeChange(telegram: FakeTelegram, change: Change) {
  const chat = telegram.fake.world.chats.get(change.chatId);
  return { ...change, chat: chat ? describeChat(chat) : undefined };
}

interface ScopedCommands {
  scope: string;
  chatId: number | null;
  language: string;
  commands: BotCommand[];
}

function commandsOf(telegram: FakeTelegram): ScopedCommands[] {
  return [...telegram.fake.commands].map(([key, commands]) => {
    const [scope, chatId, , language] = JSON.parse(key) as [string, number | null, number | null, string];
    return { scope, chatId: chatId === null ? null : Number(chatId), language, commands };
  });
}
