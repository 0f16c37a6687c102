import type { Content, SentFile } from '../messenger';
import type { BotIdentity } from './ports';
import { noteHandle } from './file-handle';
import type { StoredFile, TelegramMessage } from './update';

const COMMAND = /^\/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{3,64}))?(?:\s+([\s\S]*))?$/;

const ENVELOPE = new Set([
  'message_id',
  'message_thread_id',
  'date',
  'chat',
  'from',
  'sender_chat',
  'sender_boost_count',
  'sender_business_bot',
  'business_connection_id',
  'is_topic_message',
  'is_automatic_forward',
  'is_from_offline',
  'is_paid_post',
  'reply_to_message',
  'external_reply',
  'quote',
  'reply_to_story',
  'via_bot',
  'edit_date',
  'has_protected_content',
  'has_media_spoiler',
  'show_caption_above_media',
  'media_group_id',
  'author_signature',
  'paid_star_count',
  'effect_id',
  'entities',
  'caption',
  'caption_entities',
  'link_preview_options',
  'reply_markup',
]);

const SERVICE =
  /^(new_chat_|left_chat_|delete_chat_|group_chat_|supergroup_chat_|channel_chat_|message_auto_delete|migrate_|pinned_message|forum_topic_|general_forum_topic_|video_chat_|boost_added|chat_background|chat_owner|proximity_alert|write_access|giveaway|direct_message_price|paid_message_price|checklist_tasks|users_shared|chat_shared|connected_website)/;

/** What a new message holds; `for_another_bot` when it is a command that names one. */
export function contentOf(message: TelegramMessage, bot: BotIdentity): Content | 'for_another_bot' {
  if (message.text !== undefined) return worded(message.text, message.forward_origin !== undefined, bot);
  const file = fileOf(message);
  if (file) {
    return { kind: 'file', file, ...(message.caption === undefined ? {} : { caption: message.caption }) };
  }
  if (message.contact) {
    const isOwn = message.contact.user_id !== undefined && message.contact.user_id === message.from?.id;
    return { kind: 'contact', phone: message.contact.phone_number, isOwn };
  }
  if (message.location) {
    const { latitude, longitude } = message.location;
    return { kind: 'location', latitude, longitude };
  }
  if (message.migrate_to_chat_id !== undefined) {
    return { kind: 'migration', toChatId: String(message.migrate_to_chat_id) };
  }
  return { kind: 'other', what: leftover(message) };
}

/** A message about the chat itself, written by nobody. */
export function isService(message: TelegramMessage): boolean {
  return Object.keys(message).some((field) => message[field] !== undefined && SERVICE.test(field));
}

function worded(text: string, isForwarded: boolean, bot: BotIdentity): Content | 'for_another_bot' {
  const match = isForwarded ? null : COMMAND.exec(text);
  if (!match) return { kind: 'text', text };
  const [, name = '', addressee, argument = ''] = match;
  if (addressee && addressee.toLowerCase() !== bot.username.toLowerCase()) return 'for_another_bot';
  return { kind: 'command', name: name.toLowerCase(), argument: argument.trim() };
}

function fileOf(message: TelegramMessage): SentFile | undefined {
  const album = message.media_group_id;
  const largest = message.photo?.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
  if (largest) return described('photo', { mime_type: 'image/jpeg', ...largest }, album);
  if (message.voice) return described('voice', message.voice, album);
  if (message.video) return described('video', message.video, album);
  if (message.video_note) {
    const note = { mime_type: 'video/mp4', ...message.video_note };
    return described('video', { ...note, file_id: noteHandle(note.file_id) }, album);
  }
  return message.document && described('document', message.document, album);
}

function described(kind: SentFile['kind'], file: StoredFile, album: string | undefined): SentFile {
  return {
    kind,
    fileId: file.file_id,
    uniqueId: file.file_unique_id,
    ...(file.file_size === undefined ? {} : { sizeBytes: file.file_size }),
    ...(file.mime_type === undefined ? {} : { mediaType: file.mime_type }),
    ...(file.file_name === undefined ? {} : { name: file.file_name }),
    ...(album === undefined ? {} : { albumId: album }),
  };
}

function leftover(message: TelegramMessage): string {
  const fields = Object.keys(message).filter((field) => message[field] !== undefined);
  return fields.find((field) => !ENVELOPE.has(field) && !field.startsWith('forward_')) ?? 'unknown';
}
