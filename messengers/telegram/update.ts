import { z } from 'zod';

/** The part of the Bot API's Update we understand. Unknown fields pass; known ones must have their shape. */

const user = z.object({
  id: z.number().int(),
  is_bot: z.boolean(),
  language_code: z.string().optional(),
});

const chat = z.object({
  id: z.number().int(),
  type: z.enum(['private', 'group', 'supergroup', 'channel']),
  is_forum: z.boolean().optional(),
});

const stored = z.object({
  file_id: z.string().min(1),
  file_unique_id: z.string().min(1),
  file_size: z.number().optional(),
  mime_type: z.string().optional(),
  file_name: z.string().optional(),
});

const photoSize = stored.extend({ width: z.number(), height: z.number() });

const answered = z.object({
  message_id: z.number().int(),
  from: user.optional(),
  forum_topic_created: z.unknown().optional(),
});

/** Loose, so that a content we have no use for keeps the name of its field. */
const message = z.looseObject({
  message_id: z.number().int(),
  date: z.number().int(),
  chat,
  from: user.optional(),
  sender_chat: z.object({ id: z.number().int() }).optional(),
  message_thread_id: z.number().int().optional(),
  is_topic_message: z.boolean().optional(),
  reply_to_message: answered.optional(),
  forward_origin: z.unknown().optional(),
  media_group_id: z.string().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  contact: z.object({ phone_number: z.string(), user_id: z.number().int().optional() }).optional(),
  location: z
    .object({ latitude: z.number(), longitude: z.number(), live_period: z.number().optional() })
    .optional(),
  photo: z.array(photoSize).min(1).optional(),
  document: stored.optional(),
  voice: stored.optional(),
  video: stored.optional(),
  video_note: stored.optional(),
  migrate_to_chat_id: z.number().int().optional(),
});

/** A message too old to be shown has date 0 and little else. */
const pressedMessage = z.object({
  message_id: z.number().int(),
  chat,
  message_thread_id: z.number().int().optional(),
  is_topic_message: z.boolean().optional(),
});

const press = z.object({
  id: z.string().min(1),
  from: user,
  message: pressedMessage.optional(),
  data: z.string().optional(),
});

const member = z.object({
  status: z.string(),
  is_member: z.boolean().optional(),
  can_manage_topics: z.boolean().optional(),
});

const memberChange = z.object({
  chat,
  from: user,
  date: z.number().int(),
  new_chat_member: member,
});

export const update = z.object({
  update_id: z.number().int().nonnegative(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: press.optional(),
  my_chat_member: memberChange.optional(),
});

export type Update = z.infer<typeof update>;
export type TelegramMessage = z.infer<typeof message>;
export type TelegramChat = z.infer<typeof chat>;
export type TelegramUser = z.infer<typeof user>;
export type Press = z.infer<typeof press>;
export type MemberChange = z.infer<typeof memberChange>;
export type StoredFile = z.infer<typeof stored>;

/** What we ask Telegram for, in polling and webhook alike. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
