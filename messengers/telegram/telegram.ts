import type { Api } from 'grammy';
import type { LanguageCode } from 'grammy/types';
import type { Address, ChatFacts, Messenger, SendResult, Standing } from '../messenger';
import { Brake } from './brake';
import type { CallDeps, Called, OnRefusal } from './call';
import { asSendResult, attempt, MESSENGER } from './call';
import { download } from './download';
import { edit } from './edit';
import { remove, replaceFile } from './take-away';
import type { Connection } from './network';
import { createApi } from './network';
import type { BotIdentity, Log, SendingBudget } from './ports';
import { send } from './send';
import { truncatePlain } from './split';
import { createTopic, editTopic, pin, setTopicOpen } from './topics';
import { ALLOWED_UPDATES } from './update';

export interface TelegramOptions {
  readonly token: string;
  readonly apiRoot?: string | undefined;
  readonly budget: SendingBudget;
  readonly log: Log;
  /** Past this a call counts as lost; 15 by default. */
  readonly timeoutSeconds?: number;
  readonly onRefusal?: OnRefusal;
}

export type CommandScope = 'private' | 'groups' | { readonly chatId: string };

export interface TelegramMessenger extends Messenger {
  readonly api: Api;
  /** The menu of commands people see; without `language` for everybody else. */
  setCommands(
    commands: readonly { readonly name: string; readonly description: string }[],
    scope: CommandScope,
    language?: string,
  ): Promise<'set' | SendResult>;
  /** Who we are and what BotFather allows us; `stopped` when the token is wrong. */
  checkToken(): Promise<TokenFacts | SendResult>;
  webhookInfo(): Promise<WebhookFacts | SendResult>;
  /** Tells Telegram where to deliver. From one process only. */
  setWebhook(hook: { readonly url: string; readonly secret: string }): Promise<'set' | SendResult>;
  deleteWebhook(): Promise<'deleted' | SendResult>;
}

export interface TokenFacts extends BotIdentity {
  readonly result: 'ok';
  readonly mayJoinGroups: boolean;
  readonly seesAllGroupMessages: boolean;
}

export interface WebhookFacts {
  readonly result: 'ok';
  readonly url: string;
  readonly pendingUpdates: number;
  readonly lastErrorAt?: Date;
  readonly lastError?: string;
}

/** A deep link: opens the chat with the bot and sends `/start payload` (64 of A-Z, a-z, 0-9, _ and -). */
export const startLinkOf = (username: string) => (payload: string) =>
  `https://t.me/${username}?start=${payload}`;

const ACKNOWLEDGEMENT_LIMIT = 200;

/** The Telegram door. All calls but acknowledgements, downloads and questions take from `budget`. */
export function createTelegramMessenger(options: TelegramOptions): TelegramMessenger {
  const api = createApi(options);
  const { budget, log, onRefusal } = options;
  const deps: CallDeps = { api, budget, log, brake: new Brake(), onRefusal };
  return {
    name: MESSENGER,
    capabilities: { hasButtons: true, hasTopics: true, mayEdit: true },
    api,
    send: (to, screen, lane) => send(deps, to, screen, lane),
    edit: (at, messageId, screen, lane) => edit(deps, { at, messageId, lane }, screen),
    remove: (at, messageId, lane) => remove(deps, { at, messageId, lane }),
    replaceFile: (at, messageId, screen, lane) => replaceFile(deps, { at, messageId, lane }, screen),
    acknowledge: (pressId, words) => acknowledge(deps, pressId, words),
    createTopic: (chat, title) => createTopic(deps, chat, title),
    editTopic: (at, title) => editTopic(deps, at, title),
    setTopicOpen: (at, isOpen) => setTopicOpen(deps, at, isOpen),
    pin: (at, messageId) => pin(deps, at, messageId),
    download: (fileId) => download(deps, options, fileId),
    describeChat: (chat) => describeChat(deps, options, chat),
    standing: () => standing(deps),
    isMember: (chat, who) => isMember(deps, chat, who),
    ...administration(deps),
  };
}

type Administration = Pick<
  TelegramMessenger,
  'setCommands' | 'checkToken' | 'webhookInfo' | 'setWebhook' | 'deleteWebhook'
>;

function administration(deps: CallDeps): Administration {
  return {
    setCommands: async (commands, scope, language) => {
      const list = commands.map(({ name, description }) => ({
        command: name,
        description: truncatePlain(description, 256),
      }));
      const where = {
        commands: list,
        scope: scopeOf(scope),
        ...(language ? { language_code: language as LanguageCode } : {}),
      };
      return worded(await attempt(deps, (api) => api.raw.setMyCommands(where)), 'set');
    },
    checkToken: () => checkToken(deps),
    webhookInfo: () => webhookInfo(deps),
    setWebhook: async ({ url, secret }) => {
      const hook = { url, secret_token: secret, allowed_updates: ALLOWED_UPDATES, max_connections: 40 };
      return worded(await attempt(deps, (api) => api.raw.setWebhook(hook)), 'set');
    },
    deleteWebhook: async () => worded(await attempt(deps, (api) => api.raw.deleteWebhook({})), 'deleted'),
  };
}

function worded<W extends string>(called: Called<unknown>, word: W): W | SendResult {
  return called.result === 'ok' ? word : asSendResult(called);
}

async function acknowledge(deps: CallDeps, pressId: string, words: string | undefined): Promise<void> {
  const text = words ? { text: truncatePlain(words, ACKNOWLEDGEMENT_LIMIT) } : {};
  try {
    await deps.api.raw.answerCallbackQuery({ callback_query_id: pressId, ...text });
  } catch {
    // A press expires by itself; nobody is worse off than with a sign that waits a little longer.
  }
}

async function describeChat(deps: CallDeps, { token }: Connection, { chatId }: Address) {
  const chat_id = Number(chatId);
  const found = await attempt(deps, async (api): Promise<ChatFacts> => {
    const chat = await api.raw.getChat({ chat_id });
    const we = await api.raw.getChatMember({ chat_id, user_id: Number(token.split(':')[0]) });
    const isCreator = we.status === 'creator';
    return {
      title: chat.title ?? chat.first_name ?? '',
      hasTopics: chat.is_forum === true,
      mayManageTopics: isCreator || (we.status === 'administrator' && we.can_manage_topics === true),
      isAdmin: isCreator || we.status === 'administrator',
    };
  });
  return found.result === 'ok' ? found.value : asSendResult(found);
}

const IN_CHAT: readonly string[] = ['creator', 'administrator', 'member'];

async function isMember(deps: CallDeps, { chatId }: Address, who: string): Promise<boolean> {
  const about = { chat_id: Number(chatId), user_id: Number(who) };
  const found = await attempt(deps, async (api) => {
    const member = await api.raw.getChatMember(about);
    return IN_CHAT.includes(member.status) || (member.status === 'restricted' && member.is_member);
  });
  return found.result === 'ok' && found.value;
}

async function standing(deps: CallDeps): Promise<Standing> {
  if (!deps.brake.mayGo(Date.now())) return 'refused';
  const { result } = await attempt(deps, (api) => api.raw.getMe());
  if (result === 'ok') return 'heard';
  return result === 'stopped' ? 'refused' : 'unheard';
}

async function checkToken(deps: CallDeps): Promise<TokenFacts | SendResult> {
  const me = await attempt(deps, (api) => api.raw.getMe());
  if (me.result !== 'ok') return asSendResult(me);
  return {
    result: 'ok',
    id: me.value.id,
    username: me.value.username,
    mayJoinGroups: me.value.can_join_groups,
    seesAllGroupMessages: me.value.can_read_all_group_messages,
  };
}

async function webhookInfo(deps: CallDeps): Promise<WebhookFacts | SendResult> {
  const found = await attempt(deps, (api) => api.raw.getWebhookInfo());
  if (found.result !== 'ok') return asSendResult(found);
  const { url, pending_update_count, last_error_date, last_error_message } = found.value;
  return {
    result: 'ok',
    url: url ?? '',
    pendingUpdates: pending_update_count,
    ...(last_error_date ? { lastErrorAt: new Date(last_error_date * 1000) } : {}),
    ...(last_error_message ? { lastError: last_error_message } : {}),
  };
}

function scopeOf(scope: CommandScope) {
  if (scope === 'private') return { type: 'all_private_chats' as const };
  if (scope === 'groups') return { type: 'all_group_chats' as const };
  return { type: 'chat' as const, chat_id: Number(scope.chatId) };
}
