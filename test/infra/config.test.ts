import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, WrongSettings } from '../../infra/config';

const TOKEN = '123456789:AAExampleExampleExampleExampleExamp';
const LEAST = {
  BOT_TOKEN: TOKEN,
  MONGODB_URI: 'mongodb://one:27017,two:27017/vidhuk?replicaSet=rs0',
  REDIS_URL: 'redis://127.0.0.1:6379',
};
const problemOf = (environment: Record<string, string | undefined>): string => {
  try {
    readSettings(environment);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(WrongSettings);
    return (error as Error).message;
  }
};

describe('the settings', () => {
  it('need three things and have sensible answers for the rest', () => {
    expect(readSettings({ ...LEAST, STAFF_CHAT_ID: '', PORT: ' ', PATH: '/bin' })).toStrictEqual({
      botToken: TOKEN,
      telegramApiRoot: 'https://api.telegram.org',
      botMode: 'polling',
      port: 8080,
      mongodbUri: LEAST.MONGODB_URI,
      redisUrl: LEAST.REDIS_URL,
      cityDir: 'cities/sample',
      moderatorIds: [],
      trustedProxies: [],
      logLevel: 'info',
      isSandbox: false,
      tickSeconds: 15,
      operations: { host: '127.0.0.1' },
      staffApi: { host: '127.0.0.1' },
    });
  });

  it('are read whole', () => {
    const webhook = {
      BOT_MODE: 'webhook',
      WEBHOOK_URL: 'https://a.ua/telegram',
      WEBHOOK_SECRET: 'abcdefghijklmnop',
    };
    const people = { STAFF_CHAT_ID: '-1001234567890', MODERATOR_IDS: '1, 22 ,333,' };
    const more = {
      PORT: '3000',
      FILES_DIR: '/srv/vidhuk/files',
      PUBLIC_URL: 'https://vidhuk.a.ua/',
      LOG_LEVEL: 'debug',
      TRUSTED_PROXY: '127.0.0.1, 172.16.0.0/12,::1',
      SANDBOX: '1',
      TICK_SECONDS: '30',
      ALARM_URL: 'https://page.a.ua/secret',
      TELEGRAM_API_ROOT: 'http://127.0.0.1:81/',
      OPERATIONS_HOST: '0.0.0.0',
      OPERATIONS_PORT: '9464',
      BOARD_PORT: '9465',
      BOARD_PASSWORD: 'twenty-characters-or-more',
    };
    expect(readSettings({ ...LEAST, ...webhook, ...people, ...more })).toMatchObject({
      botMode: 'webhook',
      webhook: { url: 'https://a.ua/telegram', secret: 'abcdefghijklmnop' },
      staffChatId: '-1001234567890',
      moderatorIds: ['1', '22', '333'],
      publicUrl: 'https://vidhuk.a.ua',
      filesDir: '/srv/vidhuk/files',
      port: 3000,
      logLevel: 'debug',
      trustedProxies: ['127.0.0.1', '172.16.0.0/12', '::1'],
      isSandbox: true,
      tickSeconds: 30,
      alarmUrl: 'https://page.a.ua/secret',
      telegramApiRoot: 'http://127.0.0.1:81',
      operations: {
        host: '0.0.0.0',
        port: 9464,
        board: { port: 9465, password: 'twenty-characters-or-more' },
      },
    });
  });

  it('that are wrong are all named at once, and none of their values is shown', () => {
    const wrong = {
      ...{ BOT_TOKEN: 'sesame', TELEGRAM_API_ROOT: 'ftp://x', BOT_MODE: 'pull', WEBHOOK_URL: 'nowhere' },
      ...{
        WEBHOOK_SECRET: 'short',
        PORT: '99999',
        MONGODB_URI: 'postgres://me:pass@x',
        REDIS_URL: 'localhost',
      },
      ...{
        STAFF_CHAT_ID: '@group',
        MODERATOR_IDS: '1,olena',
        LOG_LEVEL: 'loud',
        TRUSTED_PROXY: 'nginx',
        ALARM_URL: 'http://page.a.ua',
        SANDBOX: 'yes',
        TICK_SECONDS: 'often',
      },
    };
    const problem = problemOf(wrong);
    for (const name of Object.keys(wrong)) expect(problem).toContain(`  ${name} `);
    for (const value of ['sesame', 'nginx', 'page.a.ua', 'pass@x', 'short', 'olena'])
      expect(problem).not.toContain(value);
  });

  it.each(['BOT_TOKEN', 'MONGODB_URI', 'REDIS_URL'])('cannot do without %s', (name) => {
    expect(problemOf({ ...LEAST, [name]: undefined })).toContain(name);
  });

  it('with a webhook need its address and a secret that cannot be guessed', () => {
    const problem = problemOf({ ...LEAST, BOT_MODE: 'webhook' });
    expect(problem).toContain('WEBHOOK_URL is needed');
    expect(problem).toContain('WEBHOOK_SECRET is needed');
    const url = { WEBHOOK_URL: 'https://a.ua/telegram' };
    for (const WEBHOOK_SECRET of ['fifteen-letters', 'with a space in the middle', 'крапка-крапка-крапка'])
      expect(problemOf({ ...LEAST, ...url, BOT_MODE: 'webhook', WEBHOOK_SECRET })).toContain(
        'WEBHOOK_SECRET must',
      );
  });

  it('let the workers look every 1 to 60 seconds, and every 2 in the sandbox', () => {
    expect(readSettings({ ...LEAST, SANDBOX: '1' }).tickSeconds).toBe(2);
    expect(readSettings({ ...LEAST, SANDBOX: '1', TICK_SECONDS: '60' }).tickSeconds).toBe(60);
    for (const TICK_SECONDS of ['0', '61', '1.5'])
      expect(problemOf({ ...LEAST, TICK_SECONDS })).toContain('TICK_SECONDS must be 1 to 60 seconds');
  });

  it('open the staff API on a port of its own only', () => {
    expect(readSettings({ ...LEAST, STAFF_API_PORT: '8090' }).staffApi).toEqual({
      host: '127.0.0.1',
      port: 8090,
    });
    expect(() => readSettings({ ...LEAST, PORT: '8090', STAFF_API_PORT: '8090' })).toThrow(
      /STAFF_API_PORT must be another/,
    );
  });

  it('open the board with a long password only', () => {
    const board = { ...LEAST, BOARD_PORT: '9465' };
    expect(problemOf(board)).toContain('BOARD_PASSWORD is needed');
    for (const BOARD_PASSWORD of ['nineteen-characters', 'with a space in the middle of it'])
      expect(problemOf({ ...board, BOARD_PASSWORD })).toContain('BOARD_PASSWORD must');
    const { operations } = readSettings({ ...LEAST, BOARD_PASSWORD: 'twenty-characters-or-more' });
    expect(operations).toEqual({ host: '127.0.0.1' });
  });

  it('that are secret may lie in files, but not in two places', () => {
    const folder = mkdtempSync(join(tmpdir(), 'vidhuk-secrets-'));
    const file = (name: string, words: string) => {
      writeFileSync(join(folder, name), words);
      return join(folder, name);
    };
    const files = {
      BOT_TOKEN_FILE: file('bot_token', `${TOKEN}\n`),
      MONGODB_URI_FILE: file('mongodb_uri', LEAST.MONGODB_URI),
      REDIS_URL_FILE: file('redis_url', ` ${LEAST.REDIS_URL} `),
    };
    expect(readSettings(files)).toEqual(readSettings(LEAST));
    expect(problemOf({ ...LEAST, ...files })).toContain('BOT_TOKEN and BOT_TOKEN_FILE are both set');
    const gone = problemOf({ ...LEAST, REDIS_URL: '', REDIS_URL_FILE: join(folder, 'none') });
    expect(gone).toContain('REDIS_URL_FILE names a file that cannot be read (ENOENT)');
    expect(problemOf({ ...files, BOT_TOKEN_FILE: file('bad', 'sesame') })).not.toContain('sesame');
    rmSync(folder, { recursive: true });
  });

  it('are all in .env.example, and nothing else is', () => {
    const example = readFileSync(join(__dirname, '../../.env.example'), 'utf8');
    const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name).sort();
    const source = readFileSync(join(__dirname, '../../infra/config.ts'), 'utf8');
    const known = [...source.matchAll(/^ {4}([A-Z_]+): /gm)].map(([, name]) => name).sort();
    expect(known.length).toBe(24);
    expect(named).toEqual(known);
  });
});
