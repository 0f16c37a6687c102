import type { Incoming } from '../../../messengers/messenger';
import { createWebhookHandler } from '../../../messengers/telegram/webhook';
import { aLog } from './a-door';

const SECRET = 'a-long-enough-secret_1';
const BOT = { id: 7001, username: 'vidhuk_bot' };

const anUpdate = (id: number, text = 'x', chatId = 42) => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1,
    chat: { id: chatId, type: 'private' },
    from: { id: chatId, is_bot: false },
    text,
  },
});

function aHandler(
  receive: (incoming: Incoming) => Promise<'done' | 'unavailable'> = () => Promise.resolve('done'),
) {
  const received: Incoming[] = [];
  const quarantined: { id: string; what: unknown }[] = [];
  const handle = createWebhookHandler({
    secret: SECRET,
    bot: BOT,
    log: aLog().log,
    quarantine: { put: (entry) => Promise.resolve(void quarantined.push(entry)) },
    receive: (incoming) => {
      received.push(incoming);
      return receive(incoming);
    },
  });
  return { handle, received, quarantined };
}

const post = (body: unknown, secret: string | undefined = SECRET) =>
  new Request('http://localhost/telegram', {
    method: 'POST',
    headers: secret ? { 'x-telegram-bot-api-secret-token': secret } : {},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the webhook', () => {
  it.each(['', 'short', 'with spaces in the secret'])('refuses to be built with the secret %j', (secret) => {
    const { log } = aLog();
    const door = { bot: BOT, log, quarantine: { put: jest.fn() }, receive: jest.fn() };
    expect(() => createWebhookHandler({ ...door, secret })).toThrow(/secret/);
  });

  it('takes an update with the secret', async () => {
    const { handle, received } = aHandler();
    expect((await handle(post(anUpdate(1, 'Привіт 💡')))).status).toBe(200);
    expect(received).toMatchObject([{ id: 'tg-7001-1', content: { text: 'Привіт 💡' } }]);
  });

  it.each(['', 'a-long-enough-secret_2'])('is closed without it, before reading: %j', async (secret) => {
    const { handle, received } = aHandler();
    const request = post(anUpdate(1), secret);
    expect((await handle(request)).status).toBe(401);
    expect(request.bodyUsed).toBe(false);
    expect(received).toEqual([]);
  });

  it('is closed to a right secret sent beside another one', async () => {
    const { handle, received } = aHandler();
    for (const secrets of [
      [SECRET, 'guess'],
      ['guess', SECRET],
      [SECRET, SECRET],
    ]) {
      const request = post(anUpdate(1), '');
      for (const secret of secrets) request.headers.append('x-telegram-bot-api-secret-token', secret);
      expect((await handle(request)).status).toBe(401);
      expect(request.bodyUsed).toBe(false);
    }
    expect(received).toEqual([]);
  });

  it('puts aside what is too big or no JSON, and takes the next one', async () => {
    const { handle, received, quarantined } = aHandler();
    expect((await handle(post('x'.repeat(5 * 1024 * 1024)))).status).toBe(200);
    expect((await handle(post('{"update_id":')))?.status).toBe(200);
    expect((await handle(post('')))?.status).toBe(200);
    expect((await handle(post(anUpdate(1)))).status).toBe(200);
    expect(received).toHaveLength(1);
    expect(quarantined).toHaveLength(3);
    expect(JSON.stringify(quarantined).length).toBeLessThan(3_000);
  });

  it('asks again for what broke off on the way, and takes nothing but posts', async () => {
    const { handle, quarantined } = aHandler();
    const body = new ReadableStream({ start: (stream) => stream.error(new Error('the line broke')) });
    const headers = { 'x-telegram-bot-api-secret-token': SECRET };
    const torn = new Request('http://localhost/telegram', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as never);
    expect((await handle(torn)).status).toBe(400);
    expect((await handle(new Request('http://localhost/telegram'))).status).toBe(405);
    expect(quarantined).toEqual([]);
  });

  it.each([1, 15, 23, 257, 10_000])('is closed to a secret of %i characters', async (length) => {
    const { handle, received } = aHandler();
    expect((await handle(post(anUpdate(1), SECRET.padEnd(length, 'x').slice(0, length)))).status).toBe(401);
    expect(received).toEqual([]);
  });

  it('lets none of a thousand forged posts in and still serves the real one', async () => {
    const { handle, received, quarantined } = aHandler();
    const forged = Array.from({ length: 1000 }, (_, index) =>
      handle(post(anUpdate(index), `guess-${index}`)),
    );
    const statuses = new Set((await Promise.all(forged)).map(({ status }) => status));
    expect([...statuses]).toEqual([401]);
    expect((await handle(post(anUpdate(5000)))).status).toBe(200);
    expect(received).toHaveLength(1);
    expect(quarantined).toEqual([]);
  });

  it('asks for it again when the stores are away', async () => {
    const { handle } = aHandler(() => Promise.resolve('unavailable'));
    const answer = await handle(post(anUpdate(1)));
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
  });

  it('sets aside what it cannot read or carry out, and goes on', async () => {
    const { handle, quarantined } = aHandler(() => Promise.reject(new Error('boom')));
    expect((await handle(post({ update_id: 7, message: { text: 5 } }))).status).toBe(200);
    expect((await handle(post(anUpdate(8)))).status).toBe(200);
    expect((await handle(post('[]'))).status).toBe(200);
    expect(quarantined.map((entry) => entry.id)).toEqual([
      'tg-7001-7',
      'tg-7001-8',
      expect.stringMatching(/^tg-7001-x/),
    ]);
  });

  it('handles one chat in order and others meanwhile', async () => {
    const log: string[] = [];
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { handle } = aHandler(async ({ id, chat }) => {
      if (id === 'tg-7001-1') await gate;
      log.push(`${chat.chatId} ${id}`);
      return 'done';
    });
    const slow = [handle(post(anUpdate(1))), handle(post(anUpdate(2)))];
    await handle(post(anUpdate(3, 'x', 43)));
    expect(log).toEqual(['43 tg-7001-3']);
    release();
    await Promise.all(slow);
    expect(log).toEqual(['43 tg-7001-3', '42 tg-7001-1', '42 tg-7001-2']);
  });
});
