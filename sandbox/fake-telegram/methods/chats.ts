import type { ChatFullInfo, ChatMember } from '@grammyjs/types';
import type { Arguments } from '../arguments';
import type { Fake } from '../fake';
import { badRequest } from '../refusal';
import type { Chat, MemberStatus } from '../chat';
import { describeChat, describePerson, quoted } from '../chat';
import { botUser, checkThread, readableChat, requiredMessage, requireRight, writableChat } from './target';

export function getChat(fake: Fake, args: Arguments): ChatFullInfo {
  const chat = readableChat(fake, args);
  return {
    ...describeChat(chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(chat.type !== 'private' && { permissions: { can_send_messages: true } }),
  } as unknown as ChatFullInfo;
}

/** What getChatMember and my_chat_member say about somebody. */
export function describeMember(fake: Fake, userId: number, status: MemberStatus): ChatMember {
  const person = fake.world.people.get(userId);
  const user = userId === fake.world.bot.id ? botUser(fake) : describePerson(person!);
  if (status === 'creator') return { status, user, is_anonymous: false };
  if (status === 'kicked') return { status, user, until_date: 0 };
  if (status !== 'administrator') return { status, user };
  const rights = [
    'can_be_edited',
    'can_manage_chat',
    'can_delete_messages',
    'can_manage_video_chats',
    'can_restrict_members',
    'can_promote_members',
    'can_change_info',
    'can_invite_users',
    'can_post_stories',
    'can_edit_stories',
    'can_delete_stories',
    'can_pin_messages',
    'can_manage_topics',
  ];
  const granted = Object.fromEntries(rights.map((right) => [right, right !== 'can_promote_members']));
  return { status, user, is_anonymous: false, ...granted } as unknown as ChatMember;
}

export function getChatMember(fake: Fake, args: Arguments): ChatMember {
  const chat = readableChat(fake, args);
  const userId = args.integer('user_id') ?? 0;
  if (userId <= 0) throw badRequest('invalid user_id specified');
  if (userId === fake.world.bot.id) return describeMember(fake, userId, chat.bot);
  if (!fake.world.people.has(userId)) throw badRequest('member not found');
  return describeMember(fake, userId, statusOf(chat, userId));
}

function statusOf(chat: Chat, userId: number): MemberStatus {
  if (chat.type === 'private') return chat.id === userId ? 'member' : 'left';
  return chat.members.get(userId) ?? 'left';
}

export function getChatAdministrators(fake: Fake, args: Arguments): ChatMember[] {
  const chat = readableChat(fake, args);
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat');
  const people = [...chat.members]
    .filter(([, status]) => status === 'creator' || status === 'administrator')
    .map(([id, status]) => describeMember(fake, id, status));
  const bot = chat.bot === 'administrator' ? [describeMember(fake, fake.world.bot.id, chat.bot)] : [];
  return [...people, ...bot];
}

export function getChatMemberCount(fake: Fake, args: Arguments): number {
  const chat = readableChat(fake, args);
  return [...chat.members.values()].filter((status) => !['left', 'kicked'].includes(status)).length + 1;
}

export function leaveChat(fake: Fake, args: Arguments): true {
  const chat = readableChat(fake, args);
  if (chat.type === 'private') throw badRequest("chat member status can't be changed in private chats");
  chat.bot = 'left';
  fake.world.changed(chat, 'member');
  return true;
}

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export function sendChatAction(fake: Fake, args: Arguments): true {
  const action = args.text('action');
  if (!ACTIONS.includes(action)) throw badRequest('wrong parameter action in request');
  const chat = writableChat(fake, args);
  const threadId = checkThread(chat, args.integer('message_thread_id'));
  fake.world.changed(chat, 'action', undefined, { text: action, threadId });
  return true;
}

export function pinChatMessage(fake: Fake, args: Arguments): true {
  const chat = writableChat(fake, args);
  const kept = requiredMessage(fake, args, { chat, what: 'message to pin' });
  if (chat.type !== 'private') requireRight(chat, 'not enough rights to manage pinned messages in the chat');
  const thread = kept.message.message_thread_id;
  fake.world.post(chat, {
    from: botUser(fake),
    pinned_message: quoted(kept.message),
    ...(thread && { message_thread_id: thread, is_topic_message: true as const }),
  });
  fake.world.changed(chat, 'pin', kept);
  return true;
}

export function unpinChatMessage(fake: Fake, args: Arguments): true {
  const chat = writableChat(fake, args);
  if (chat.type !== 'private') requireRight(chat, 'not enough rights to manage pinned messages in the chat');
  const id = args.integer('message_id');
  if (id !== undefined && !fake.world.find(chat, id)) throw badRequest('message to unpin not found');
  fake.world.changed(chat, 'pin');
  return true;
}

const REACTIONS = [
  ...'👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🙏👌🕊🤡🥱🥴😍🐳💯🤣⚡🍌🏆💔🤨😐🍓🍾💋😈😴😭🤓👻👀🎃🙈😇😨🤝🤗🫡🎅🎄💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡',
];

export function setMessageReaction(fake: Fake, args: Arguments): true {
  const chat = writableChat(fake, args);
  const kept = requiredMessage(fake, args, { chat, what: 'message to react' });
  const reactions = args.json('reaction', 'reaction types') ?? [];
  if (!Array.isArray(reactions)) throw badRequest('expected an Array of ReactionType');
  if (reactions.length > 1) throw badRequest('REACTIONS_TOO_MANY');
  const emoji = (reactions as { emoji?: string }[])[0]?.emoji;
  if (emoji !== undefined && !REACTIONS.includes(emoji.replace('\ufe0f', '')))
    throw badRequest('REACTION_INVALID');
  if (emoji === undefined) kept.reactions.delete(fake.world.bot.id);
  else kept.reactions.set(fake.world.bot.id, emoji);
  fake.world.changed(chat, 'reaction', kept);
  return true;
}
