import type { BotCommand, UserFromGetMe } from '@grammyjs/types';
import { serveControl } from './control';
import type { Fake } from './fake';
import { Faults } from './faults';
import { Files } from './files';
import { Ledger } from './ledger';
import type { LimitOptions } from './limits';
import { Limits, USUAL_LIMITS } from './limits';
import { Polling } from './polling';
import type { Extra } from './server';
import { answerInline, portOf, startServer } from './server';
import { FakeTelegram } from './telegram';
import { Updates } from './updates';
import { Webhook } from './webhook';
import { World } from './world';

export interface FakeTelegramOptions {
  port?: number;
  token?: string;
  username?: string;
  enforceLimits?: boolean;
  limits?: Partial<LimitOptions>;
  /** The share of updates that arrive twice, 0..1. */
  repeatShare?: number;
  seed?: number;
  /** What a second of waiting between webhook attempts lasts. */
  retryBaseMs?: number;
  webhookTimeoutMs?: number;
  pressLifetimeMs?: number;
  /** Group privacy; off, the bot reads everything. */
  hasPrivacy?: boolean;
  /** The business clock, for message dates. Limits and waiting use real time. */
  now?: () => Date;
  /** A sandbox whose database outlives the fake starts its ids where no earlier run has been. */
  firstMessageId?: number;
  firstUpdateId?: number;
  /** Milliseconds the limits run by, for a rehearsal quicker than life; real time otherwise. */
  limitsTime?: () => number;
}

const TOKEN = '7000000001:AAFakeTokenForTheSandboxAndTheTests-123';

/** Starts the fake; it listens on this machine only. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const fake = build(options);
  let control: Extra = () => false;
  const server = await startServer(fake, options.port ?? 0, (...exchange) => control(...exchange));
  const close = async () => {
    fake.webhook.stop();
    fake.polling.end('the fake stops');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const telegram = new FakeTelegram(fake, `http://127.0.0.1:${portOf(server)}`, close);
  control = serveControl(telegram);
  return telegram;
}

function build(options: FakeTelegramOptions): Fake {
  const token = options.token ?? TOKEN;
  const seed = options.seed ?? 1;
  const ledger = new Ledger();
  const updates = new Updates({
    repeatShare: options.repeatShare ?? 0,
    seed,
    firstUpdateId: options.firstUpdateId ?? Math.floor(Date.now() / 100) % 2_000_000_000,
  });
  const fake: Fake = {
    token,
    world: new World(
      botOf(token, options),
      { now: options.now ?? (() => new Date()) },
      options.firstMessageId,
    ),
    files: new Files(),
    updates,
    polling: new Polling(updates, ledger),
    webhook: new Webhook(updates, ledger, {
      retryBaseMs: options.retryBaseMs ?? 1000,
      timeoutMs: options.webhookTimeoutMs ?? 60_000,
    }),
    ledger,
    limits:
      options.enforceLimits === false
        ? undefined
        : new Limits({ ...USUAL_LIMITS, ...options.limits }, ledger, options.limitsTime),
    faults: new Faults(seed),
    presses: new Map(),
    pressLifetimeMs: options.pressLifetimeMs ?? 150_000,
    commands: new Map<string, BotCommand[]>(),
  };
  fake.webhook.onReply = (body) => answerInline(fake, body);
  return fake;
}

function botOf(token: string, options: FakeTelegramOptions): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Відгук',
    username: options.username ?? 'vidhuk_bot',
    can_join_groups: true,
    can_read_all_group_messages: options.hasPrivacy === false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as UserFromGetMe;
}
