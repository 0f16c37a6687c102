import type { Arguments } from '../arguments';
import type { Fake } from '../fake';
import * as bot from './bot';
import * as chats from './chats';
import { copyMessage, copyMessages, forwardMessage } from './copy';
import * as edit from './edit';
import { sendFile, sendLocation, sendMediaGroup, sendMessage } from './send';
import * as topics from './topics';

export type Method = (fake: Fake, args: Arguments, gone: AbortSignal) => unknown;

const METHODS: Record<string, Method> = {
  getMe: bot.getMe,
  getUpdates: bot.getUpdates,
  setWebhook: bot.setWebhook,
  deleteWebhook: bot.deleteWebhook,
  getWebhookInfo: bot.getWebhookInfo,
  answerCallbackQuery: bot.answerCallbackQuery,
  getFile: bot.getFile,
  setMyCommands: bot.setMyCommands,
  getMyCommands: bot.getMyCommands,
  deleteMyCommands: bot.deleteMyCommands,
  setMyName: bot.setProfileText('name', 64),
  setMyDescription: bot.setProfileText('description', 512),
  setMyShortDescription: bot.setProfileText('short_description', 120),
  sendMessage,
  sendLocation,
  sendMediaGroup,
  sendPhoto: sendFile('photo'),
  sendDocument: sendFile('document'),
  sendVoice: sendFile('voice'),
  sendVideo: sendFile('video'),
  sendVideoNote: sendFile('video_note'),
  copyMessage,
  copyMessages,
  forwardMessage,
  editMessageText: edit.editMessageText,
  editMessageCaption: edit.editMessageCaption,
  editMessageMedia: edit.editMessageMedia,
  editMessageReplyMarkup: edit.editMessageReplyMarkup,
  deleteMessage: edit.deleteMessage,
  deleteMessages: edit.deleteMessages,
  getChat: chats.getChat,
  getChatMember: chats.getChatMember,
  getChatMemberCount: chats.getChatMemberCount,
  getChatAdministrators: chats.getChatAdministrators,
  leaveChat: chats.leaveChat,
  sendChatAction: chats.sendChatAction,
  pinChatMessage: chats.pinChatMessage,
  unpinChatMessage: chats.unpinChatMessage,
  setMessageReaction: chats.setMessageReaction,
  createForumTopic: topics.createForumTopic,
  editForumTopic: topics.editForumTopic,
  closeForumTopic: topics.closeForumTopic,
  reopenForumTopic: topics.reopenForumTopic,
  deleteForumTopic: topics.deleteForumTopic,
};

const BY_NAME = new Map(
  Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** Telegram finds methods whatever their case. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return BY_NAME.get(name.toLowerCase());
}
