import type { BotCommand, File, Update, UserFromGetMe, WebhookInfo } from '@grammyjs/types';
import type { Arguments } from '../arguments';
import { isRecord } from '../arguments';
import type { Fake } from '../fake';
import { DOWNLOAD_LIMIT } from '../files';
import { badRequest, conflict } from '../refusal';

export function getMe(fake: Fake): UserFromGetMe {
  return fake.world.bot;
}

function readAllowed(fake: Fake, args: Arguments): void {
  if (!args.has('allowed_updates')) return;
  const allowed = args.json('allowed_updates', 'allowed updates');
  if (!Array.isArray(allowed)) throw badRequest('expected an Array of String');
  fake.updates.allowed = allowed.map(String);
}

export async function getUpdates(fake: Fake, args: Arguments, gone: AbortSignal): Promise<Update[]> {
  if (fake.webhook.address) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  readAllowed(fake, args);
  const limit = args.integer('limit') ?? 100;
  const seconds = Math.min(50, Math.max(0, args.integer('timeout') ?? 0));
  return fake.polling.ask({
    offset: args.integer('offset') ?? 0,
    limit: Math.min(100, Math.max(1, limit)),
    timeoutMs: seconds * 1000,
    gone,
  });
}

export function setWebhook(fake: Fake, args: Arguments): true {
  const url = args.text('url');
  if (!url) return deleteWebhook(fake, args);
  const secret = args.text('secret_token');
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
  checkUrl(url);
  readAllowed(fake, args);
  if (args.flag('drop_pending_updates')) fake.updates.drop();
  fake.polling.end('terminated by setWebhook request');
  const maxConnections = Math.min(100, Math.max(1, args.integer('max_connections') ?? 40));
  fake.webhook.set({ url, secret, maxConnections });
  return true;
}

/** HTTPS, as at Telegram; plain HTTP only on this very machine, where the fake itself lives. */
function checkUrl(url: string): void {
  if (!URL.canParse(url)) throw badRequest('invalid webhook URL specified');
  const { protocol, hostname } = new URL(url);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isHere)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
}

export function deleteWebhook(fake: Fake, args: Arguments): true {
  fake.webhook.stop();
  if (args.flag('drop_pending_updates')) fake.updates.drop();
  return true;
}

export function getWebhookInfo(fake: Fake): WebhookInfo {
  return fake.webhook.describe();
}

export function answerCallbackQuery(fake: Fake, args: Arguments): true {
  const text = args.text('text');
  const press = fake.presses.get(args.text('callback_query_id'));
  if (!press || Date.now() - press.at > fake.pressLifetimeMs) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (text.length > 200) throw badRequest('MESSAGE_TOO_LONG');
  const url = args.text('url');
  if (url && !/^(https:\/\/t\.me\/|tg:)/.test(url)) throw badRequest('URL_INVALID');
  press.answer ??= { text, isAlert: args.flag('show_alert'), ...(url && { url }) };
  const chat = fake.world.chats.get(press.chatId);
  const shown = { text, isAlert: args.flag('show_alert'), personId: press.personId };
  if (chat) fake.world.changed(chat, 'answer', undefined, shown);
  return true;
}

export function getFile(fake: Fake, args: Arguments): File {
  if (!args.has('file_id')) throw badRequest('file_id not specified');
  const file = fake.files.find(args.text('file_id'));
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.bytes.length > DOWNLOAD_LIMIT) throw badRequest('file is too big');
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  };
}

function commandsKey(fake: Fake, args: Arguments): string {
  const scope = args.record('scope', 'BotCommandScope') ?? { type: 'default' };
  const language = args.text('language_code');
  if (language && !/^[a-z]{2}$/.test(language)) throw badRequest('LANG_CODE_INVALID');
  const chatId = scope['chat_id'];
  if (chatId !== undefined && !fake.world.chats.has(Number(chatId))) throw badRequest('chat not found');
  return JSON.stringify([scope['type'], chatId ?? null, scope['user_id'] ?? null, language]);
}

export function setMyCommands(fake: Fake, args: Arguments): true {
  const commands = args.json('commands', 'commands') ?? [];
  if (!Array.isArray(commands)) throw badRequest('expected an Array of BotCommand');
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  fake.commands.set(commandsKey(fake, args), commands.map(readCommand));
  return true;
}

function readCommand(item: unknown): BotCommand {
  if (!isRecord(item)) throw badRequest("can't parse BotCommand: expected an Object");
  const { command, description } = item;
  const bare = typeof command === 'string' ? command.replace(/^\//, '') : '';
  if (!/^[a-z0-9_]{1,32}$/.test(bare)) throw badRequest('BOT_COMMAND_INVALID');
  if (typeof description !== 'string' || description.length < 1 || description.length > 256) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command: bare, description };
}

export function getMyCommands(fake: Fake, args: Arguments): BotCommand[] {
  return fake.commands.get(commandsKey(fake, args)) ?? [];
}

export function deleteMyCommands(fake: Fake, args: Arguments): true {
  fake.commands.delete(commandsKey(fake, args));
  return true;
}

/** Profile texts the people here never see: only their length is checked. */
export function setProfileText(field: string, limit: number) {
  return (_fake: Fake, args: Arguments): true => {
    if (args.text(field).length > limit) throw badRequest(`${field} is too long`);
    return true;
  };
}
