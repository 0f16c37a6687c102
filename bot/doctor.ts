import { join } from 'node:path';
import { loadCityPack } from '../infra/city-pack';
import { readSettings, type Settings } from '../infra/config';
import { createLog } from '../infra/log';
import { connectMongo } from '../infra/mongo/connect-mongo';
import { connectRedis } from '../infra/redis/connect-redis';
import { loadTexts } from '../infra/texts';
import type { TextArguments, Texts } from '../screens/texts';
import { createTelegramMessenger, type TelegramMessenger } from '../messengers/telegram/telegram';

type Sign = 'good' | 'bad' | 'note';
type Say = (sign: Sign, key: string, args?: TextArguments) => void;

const SIGNS: Record<Sign, string> = { good: '✔', bad: '✖', note: '•' };
const PATIENCE_MS = 5_000;
const FREE = { take: () => Promise.resolve(0), pause: () => Promise.resolve() };
const log = createLog({ level: 'silent', process: 'doctor' });

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function checkCity({ cityDir }: Settings, say: Say): Promise<void> {
  try {
    const { names, categories, streets } = loadCityPack(cityDir);
    say('good', 'doctor-city', { city: names.uk, categories: categories.length, streets: streets.length });
  } catch (error) {
    say('bad', 'doctor-city-wrong', { problem: wordsOf(error) });
  }
  return Promise.resolve();
}

async function checkMongo({ mongodbUri }: Settings, say: Say): Promise<void> {
  const mongo = connectMongo({ uri: mongodbUri, log });
  try {
    await mongo.whenReady(PATIENCE_MS);
    await mongo.prepareIndexes();
    say('good', 'doctor-mongodb');
  } catch {
    say('bad', 'doctor-mongodb-away');
  }
  await mongo.close().catch(() => undefined);
}

async function checkRedis({ redisUrl }: Settings, say: Say): Promise<void> {
  const link = connectRedis({ url: redisUrl, log });
  try {
    await link.whenReady(PATIENCE_MS);
    say('good', 'doctor-redis');
    const config = (name: string) => link.redis.config('GET', name).then((pair) => pair[1]);
    const [appendOnly, policy] = await Promise.all([config('appendonly'), config('maxmemory-policy')]);
    if (appendOnly !== 'yes') say('bad', 'doctor-redis-appendonly');
    if (policy !== 'noeviction') say('bad', 'doctor-redis-eviction', { policy: policy ?? '?' });
  } catch {
    say('bad', 'doctor-redis-away');
  }
  await link.close().catch(() => undefined);
}

async function checkWebhook(settings: Settings, messenger: TelegramMessenger, say: Say): Promise<void> {
  const hook = await messenger.webhookInfo();
  if (hook.result !== 'ok') return say('bad', 'doctor-telegram-away');
  if (settings.webhook) {
    const isOurs = hook.url === settings.webhook.url;
    say(isOurs ? 'good' : 'bad', isOurs ? 'doctor-webhook' : 'doctor-webhook-other', {
      url: settings.webhook.url,
    });
  } else say(hook.url ? 'note' : 'good', hook.url ? 'doctor-webhook-left' : 'doctor-polling');
  if (hook.pendingUpdates > 100) say('note', 'doctor-pending', { count: hook.pendingUpdates });
  if (hook.lastError) say('note', 'doctor-webhook-error', { problem: hook.lastError });
}

async function checkStaffChat(
  { staffChatId }: Settings,
  messenger: TelegramMessenger,
  say: Say,
): Promise<void> {
  if (!staffChatId) return say('bad', 'doctor-staff-none');
  const chat = await messenger.describeChat({ messenger: 'telegram', chatId: staffChatId });
  if ('result' in chat)
    return say('bad', chat.result === 'moved' ? 'doctor-staff-moved' : 'doctor-staff-away');
  say('good', 'doctor-staff', { title: chat.title });
  if (chat.hasTopics && !chat.mayManageTopics) say('bad', 'doctor-staff-topics');
  if (!chat.hasTopics) say('note', 'doctor-staff-no-topics');
}

async function checkModerators(
  { moderatorIds }: Settings,
  messenger: TelegramMessenger,
  say: Say,
): Promise<void> {
  if (moderatorIds.length === 0) say('bad', 'doctor-moderators-none');
  for (const id of moderatorIds) {
    const mayWrite = await messenger.api.sendChatAction(Number(id), 'typing').catch(() => false);
    say(mayWrite ? 'good' : 'bad', mayWrite ? 'doctor-moderator' : 'doctor-moderator-silent', { id });
  }
}

async function checkTelegram(settings: Settings, say: Say): Promise<void> {
  const { botToken: token, telegramApiRoot: apiRoot } = settings;
  const messenger = createTelegramMessenger({
    token,
    apiRoot,
    budget: FREE,
    log,
    timeoutSeconds: PATIENCE_MS / 1000,
  });
  const facts = await messenger.checkToken();
  if (facts.result === 'stopped') return say('bad', 'doctor-token-wrong');
  if (facts.result !== 'ok') return say('bad', 'doctor-telegram-away');
  say('good', 'doctor-token', { name: facts.username });
  if (!facts.mayJoinGroups) say('bad', 'doctor-no-groups');
  await checkWebhook(settings, messenger, say);
  await checkStaffChat(settings, messenger, say);
  await checkModerators(settings, messenger, say);
}

function speaker(t: Texts): { say: Say; hasBad: () => boolean } {
  let bad = 0;
  const say: Say = (sign, key, args) => {
    if (sign === 'bad') bad += 1;
    process.stdout.write(`${SIGNS[sign]} ${t.plain(key, args)}\n`);
  };
  return { say, hasBad: () => bad > 0 };
}

/** Tells an operator in plain words what is right and what to do about the rest. Ends with 1 when something is wrong. */
async function examine(): Promise<number> {
  const language = process.env.LANG?.startsWith('en') ? 'en' : 'uk';
  const texts = loadTexts(join(__dirname, '..', 'locales'), { timeZone: 'Europe/Kyiv', log });
  const { say, hasBad } = speaker(texts.for(language));
  try {
    const settings = readSettings(process.env);
    say('good', 'doctor-settings');
    for (const check of [checkCity, checkMongo, checkRedis, checkTelegram]) await check(settings, say);
  } catch (error) {
    say('bad', 'doctor-settings-wrong', { problem: wordsOf(error) });
  }
  say(hasBad() ? 'bad' : 'good', hasBad() ? 'doctor-ill' : 'doctor-well');
  return hasBad() ? 1 : 0;
}

void examine().then((code) => process.exit(code));
