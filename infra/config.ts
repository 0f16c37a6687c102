import { z } from 'zod';
import { readSecretFiles } from './secret-files';

export interface Settings {
  readonly botToken: string;
  readonly telegramApiRoot: string;
  readonly botMode: 'polling' | 'webhook';
  /** Present with `webhook`, and only then. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly port: number;
  /** Where the staff API listens; without a port there is none. */
  readonly staffApi: { readonly host: string; readonly port?: number };
  /** Where people reach our pages, without a slash at the end: printed papers lead there. */
  readonly publicUrl?: string;
  /** Addresses and networks of the city's own web server, whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly cityDir: string;
  /** Where our copies of files lie; without it they lie in MongoDB. */
  readonly filesDir?: string;
  readonly staffChatId?: string;
  readonly moderatorIds: readonly string[];
  readonly logLevel: LogLevel;
  readonly isSandbox: boolean;
  /** How often the workers look for what is due, seconds. */
  readonly tickSeconds: number;
  /** Told of alarms besides the controllers. */
  readonly alarmUrl?: string;
  /** For the operator alone: where figures and the board are served. Nothing is opened without a port. */
  readonly operations: {
    readonly host: string;
    readonly port?: number;
    readonly board?: { readonly port: number; readonly password: string };
  };
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

type Environment = Readonly<Record<string, string | undefined>>;

const url = (protocols: RegExp, words: string) => z.url({ protocol: protocols, error: words });
const port = z.coerce
  .number('must be a number')
  .int('must be a whole number')
  .min(1, 'must be 1 to 65535')
  .max(65_535, 'must be 1 to 65535');
const TICK_WORDS = 'must be 1 to 60 seconds';
const tick = z.coerce.number(TICK_WORDS).int(TICK_WORDS).min(1, TICK_WORDS).max(60, TICK_WORDS);
const DEFAULT_TICK_SECONDS = { '0': 15, '1': 2 } as const;
const list = z
  .string()
  .default('')
  .transform((ids) => ids.split(',').map((one) => one.trim()).filter(Boolean)); // prettier-ignore

const SHAPE = z
  .object({
    BOT_TOKEN: z
      .string('is missing: take it from @BotFather')
      .regex(/^\d+:[\w-]{20,}$/, 'does not look like a token of @BotFather (123456:ABC…)'),
    TELEGRAM_API_ROOT: url(/^https?$/, 'must be an address beginning with http:// or https://').default(
      'https://api.telegram.org',
    ),
    BOT_MODE: z.enum(['polling', 'webhook'], 'must be polling or webhook').default('polling'),
    WEBHOOK_URL: url(/^https?$/, 'must be an address beginning with https://').optional(),
    WEBHOOK_SECRET: z
      .string()
      .regex(/^[A-Za-z0-9_-]{16,256}$/, 'must be 16 to 256 characters of A-Z a-z 0-9 _ -')
      .optional(),
    PORT: port.default(8080),
    OPERATIONS_HOST: z.string().default('127.0.0.1'),
    OPERATIONS_PORT: port.optional(),
    BOARD_PORT: port.optional(),
    BOARD_PASSWORD: z
      .string()
      .regex(/^[!-~]{20,256}$/, 'must be 20 to 256 characters without spaces')
      .optional(),
    STAFF_API_HOST: z.string().default('127.0.0.1'),
    STAFF_API_PORT: port.optional(),
    PUBLIC_URL: url(/^https?$/, 'must be an address beginning with https://').optional(),
    TRUSTED_PROXY: list.pipe(
      z.array(
        z.union(
          [z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()],
          'must be addresses or networks with commas between',
        ),
      ),
    ),
    MONGODB_URI: z
      .string('is missing: an address beginning with mongodb://')
      .regex(/^mongodb(\+srv)?:\/\/\S+$/, 'must be an address beginning with mongodb://'),
    REDIS_URL: url(/^rediss?$/, 'must be an address beginning with redis:// or rediss://'),
    CITY_DIR: z.string().default('cities/sample'),
    FILES_DIR: z.string().optional(),
    STAFF_CHAT_ID: z
      .string()
      .regex(/^-?\d+$/, 'must be the number of a chat: write /where in the group')
      .optional(),
    MODERATOR_IDS: list.pipe(
      z.array(z.string().regex(/^\d+$/, 'must be numbers of people with commas between')),
    ),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
    ALARM_URL: url(/^https$/, 'must be an address beginning with https://').optional(),
    TICK_SECONDS: tick.optional(),
    SANDBOX: z.enum(['0', '1'], 'must be 1, 0 or absent').default('0'),
  })
  .superRefine((env, context) => {
    const need = (name: keyof typeof env, message: string) => {
      if (!env[name]) context.addIssue({ code: 'custom', path: [name], message });
    };
    if (env.BOT_MODE === 'webhook') {
      need('WEBHOOK_URL', 'is needed with BOT_MODE=webhook');
      need('WEBHOOK_SECRET', 'is needed with BOT_MODE=webhook');
    }
    if (env.STAFF_API_PORT === env.PORT)
      context.addIssue({ code: 'custom', path: ['STAFF_API_PORT'], message: 'must be another than PORT' });
    if (env.BOARD_PORT) need('BOARD_PASSWORD', 'is needed with BOARD_PORT');
  });

/** Its message names every wrong setting, one a line, and never shows a value. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';
}

/** Reads the settings from the environment and the files it names; an empty one counts as absent. Throws `WrongSettings`. */
export function readSettings(environment: Environment): Settings {
  const { read, problems } = readSecretFiles(environment);
  const given = Object.fromEntries(Object.entries(read).filter(([, value]) => value?.trim()));
  const parsed = SHAPE.safeParse(given);
  if (problems.length > 0 || !parsed.success)
    throw new WrongSettings(listed([...problems, ...problemsOf(parsed.error)]));
  return toSettings(parsed.data);
}

function toSettings(env: z.infer<typeof SHAPE>): Settings {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secret, STAFF_CHAT_ID: staffChatId } = env;
  return {
    botToken: env.BOT_TOKEN,
    telegramApiRoot: env.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
    botMode: env.BOT_MODE,
    ...(env.BOT_MODE === 'webhook' && url && secret && { webhook: { url, secret } }),
    port: env.PORT,
    staffApi: { host: env.STAFF_API_HOST, ...(env.STAFF_API_PORT && { port: env.STAFF_API_PORT }) },
    ...(env.PUBLIC_URL && { publicUrl: env.PUBLIC_URL.replace(/\/+$/, '') }),
    trustedProxies: env.TRUSTED_PROXY,
    mongodbUri: env.MONGODB_URI,
    redisUrl: env.REDIS_URL,
    cityDir: env.CITY_DIR,
    ...(env.FILES_DIR && { filesDir: env.FILES_DIR }),
    ...(staffChatId && { staffChatId }),
    moderatorIds: env.MODERATOR_IDS,
    logLevel: env.LOG_LEVEL,
    ...(env.ALARM_URL && { alarmUrl: env.ALARM_URL }),
    isSandbox: env.SANDBOX === '1',
    tickSeconds: env.TICK_SECONDS ?? DEFAULT_TICK_SECONDS[env.SANDBOX],
    operations: operationsOf(env),
  };
}

function operationsOf(env: z.infer<typeof SHAPE>): Settings['operations'] {
  const { OPERATIONS_HOST: host, OPERATIONS_PORT: port, BOARD_PORT, BOARD_PASSWORD: password } = env;
  const board = BOARD_PORT && password && { port: BOARD_PORT, password };
  return { host, ...(port && { port }), ...(board && { board }) };
}

const problemsOf = (error: z.ZodError | undefined): string[] =>
  (error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);

const listed = (problems: readonly string[]): string =>
  ['Wrong settings (see .env.example):', ...new Set(problems.map((line) => `  ${line}`))].join('\n');
