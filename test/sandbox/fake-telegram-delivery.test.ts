import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '@grammyjs/types';
import { HttpError, InlineKeyboard, webhookCallback } from 'grammy';
import type { FakeTelegramOptions } from '../../sandbox/fake-telegram/start';
import { aCity, atTheEnd, cleanUp, polls, refusal, until } from './fake-telegram-city';

afterEach(cleanUp);

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

async function listens(handler: Handler): Promise<string> {
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/telegram`;
}

async function bodyOf(request: IncomingMessage): Promise<Update> {
  let body = '';
  for await (const part of request) body += String(part);
  return JSON.parse(body) as Update;
}

interface Heard {
  update: Update;
  secret: unknown;
  at: number;
}

/** A city whose webhook answers what the test says and remembers what it heard. */
async function aWebhookCity(
  options: FakeTelegramOptions,
  answer: (heard: Heard[]) => number | Promise<number>,
) {
  const city = await aCity({ retryBaseMs: 20, ...options });
  const heard: Heard[] = [];
  const url = await listens(async (request, response) => {
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    heard.push({ update: await bodyOf(request), secret, at: performance.now() });
    response.writeHead(await answer(heard)).end();
  });
  await city.api.setWebhook(url, { secret_token: 'se-cret_1' });
  return { ...city, heard, url };
}

const textOf = ({ update }: Heard) => update.message?.text ?? update.callback_query?.data;

describe('a webhook', () => {
  it('carries a whole conversation with the secret in the header', async () => {
    const { telegram, bot, api, olena } = await aCity();
    bot.command('start', (ctx) => ctx.reply('Вітаємо'));
    const url = await listens(webhookCallback(bot, 'http', { secretToken: 'se-cret_1' }));
    await api.setWebhook(url, { secret_token: 'se-cret_1' });
    await olena.starts();
    await olena.waits(/Вітаємо/);
    await until(() => telegram.pendingUpdates() === 0);
    expect(await api.getWebhookInfo()).toMatchObject({ url, pending_update_count: 0 });
    expect((await refusal(api.getUpdates())).code).toBe(409);
  });

  it('is HTTPS anywhere but here, with a plain secret', async () => {
    const { api } = await aCity();
    expect((await refusal(api.setWebhook('http://example.com/x'))).words).toMatch(
      /An HTTPS URL must be provided/,
    );
    expect((await refusal(api.setWebhook('http://127.0.0.1:1/x', { secret_token: 'так' }))).words).toBe(
      'Bad Request: secret token contains unallowed characters',
    );
  });

  it('repeats at once, then doubles, and keeps the order of the chat', async () => {
    const { olena, heard, api } = await aWebhookCity({}, (all) => (all.length <= 4 ? 500 : 200));
    await olena.says('перше');
    await olena.says('друге');
    await until(() => heard.length === 6);
    expect(heard.map(textOf)).toEqual(['перше', 'перше', 'перше', 'перше', 'перше', 'друге']);
    expect(heard.every(({ secret }) => secret === 'se-cret_1')).toBe(true);
    const waits = heard.slice(1, 5).map(({ at }, i) => at - heard[i]!.at);
    expect(waits[1]).toBeGreaterThanOrEqual(38);
    expect(waits[2]).toBeGreaterThanOrEqual(78);
    expect((await api.getWebhookInfo()).last_error_message).toBe('Wrong response from the webhook: 500');
  });

  it('waits as long as Retry-After asks', async () => {
    const { api, olena } = await aCity({ retryBaseMs: 20 });
    const at: number[] = [];
    const url = await listens((_request, response) => {
      at.push(performance.now());
      if (at.length === 1) response.writeHead(503, { 'retry-after': '5' }).end();
      else response.end();
    });
    await api.setWebhook(url);
    await olena.says('перше');
    await until(() => at.length === 2);
    expect(at[1]! - at[0]!).toBeGreaterThanOrEqual(98);
  });

  it('lets a press overtake the messages of its chat', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { olena, heard, api } = await aWebhookCity({}, async (all) => {
      if (textOf(all.at(-1)!) === 'повільне') await gate;
      return 200;
    });
    await olena.starts();
    await api.sendMessage(olena.id, 'x', { reply_markup: new InlineKeyboard().text('Так', 'yes') });
    await olena.says('повільне');
    await until(() => heard.some((one) => textOf(one) === 'повільне'));
    await olena.says('наступне');
    await olena.presses('Так');
    await until(() => heard.some((one) => textOf(one) === 'yes'));
    expect(heard.map(textOf)).toEqual(['/start', 'повільне', 'yes']);
    open();
    await until(() => heard.length === 4);
    expect(textOf(heard[3]!)).toBe('наступне');
  });

  it('brings each update twice when told to', async () => {
    const { telegram, olena, heard } = await aWebhookCity({ repeatShare: 1 }, () => 200);
    await olena.says('раз');
    await olena.says('два');
    await until(() => heard.length === 4);
    expect(heard.map(textOf)).toEqual(['раз', 'раз', 'два', 'два']);
    expect(heard[0]!.update.update_id).toBe(heard[1]!.update.update_id);
    await until(() => telegram.pendingUpdates() === 0);
    expect(telegram.ledger.deliveries.map(({ isRepeat }) => isRepeat)).toEqual([false, true, false, true]);
  });
});

describe('polling', () => {
  it('brings a share of updates twice', async () => {
    const { bot, olena, telegram } = await aCity({ repeatShare: 0.3, seed: 7 });
    const heard: string[] = [];
    bot.on('message:text', (ctx) => void heard.push(`${ctx.update.update_id}`));
    polls(bot);
    for (let i = 0; i < 40; i += 1) await olena.says(`${i}`);
    await until(() => new Set(heard).size === 40 && telegram.pendingUpdates() === 0);
    await until(() => heard.length > 45);
    expect(heard.length).toBeLessThan(60);
  });

  it('filters by allowed_updates', async () => {
    const { api, olena } = await aCity();
    await api.getUpdates({ allowed_updates: ['callback_query'] });
    await olena.says('повз');
    expect(await api.getUpdates()).toEqual([]);
  });

  it('confirms by offset and forgets on a negative one', async () => {
    const { api, olena } = await aCity();
    for (const text of ['1', '2', '3', '4']) await olena.says(text);
    const all = await api.getUpdates();
    expect(await api.getUpdates()).toEqual(all);
    const rest = await api.getUpdates({ offset: all[1]!.update_id });
    expect(rest.map((update) => update.message?.text)).toEqual(['2', '3', '4']);
    const last = await api.getUpdates({ offset: -1 });
    expect(last.map((update) => update.message?.text)).toEqual(['4']);
  });
});

describe('rates', () => {
  let now = 0;
  const burst = { limits: { chatBurst: 3, toleranceMs: 0 }, enforceLimits: true, limitsTime: () => now };

  it('are about one a second in a chat', async () => {
    const { telegram, api, olena } = await aCity(burst);
    await olena.starts();
    for (let i = 0; i < 3; i += 1) await api.sendMessage(olena.id, `${i}`);
    const tooMuch = await refusal(api.sendMessage(olena.id, 'x'));
    expect(tooMuch).toEqual({
      code: 429,
      words: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    });
    expect(telegram.ledger.violations).toMatchObject([{ rule: 'chat', chatId: olena.id }]);
    now += 1000;
    await api.sendMessage(olena.id, 'тепер можна');
    expect(olena.messages().filter((message) => message.byBot)).toHaveLength(4);
  });

  it('are 30 a second in all', async () => {
    const { telegram, api } = await aCity(burst);
    const crowd = Array.from({ length: 31 }, (_, i) => telegram.person({ firstName: `Мешканець ${i}` }));
    for (const person of crowd) await person.starts();
    const sent = await Promise.allSettled(crowd.map((person) => api.sendMessage(person.id, 'x')));
    expect(sent.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(telegram.ledger.violations).toMatchObject([{ rule: 'bot' }]);
  });

  it('are 20 a minute in a group, edits and topics included', async () => {
    const { telegram, api, olena } = await aCity({ ...burst, limits: { chatBurst: 100 } });
    const group = telegram.group({ title: 'Служба', isForum: true, members: [olena], botIsAdmin: true });
    await api.createForumTopic(group.id, 'Тема');
    const { message_id } = await api.sendMessage(group.id, '0');
    for (let i = 1; i <= 18; i += 1) await api.editMessageText(group.id, message_id, `${i}`);
    const tooMuch = await refusal(api.sendMessage(group.id, 'x'));
    expect(tooMuch.parameters.retry_after).toBeGreaterThan(55);
    expect(telegram.ledger.violations).toMatchObject([{ rule: 'group' }]);
  });
});

describe('trouble to order', () => {
  it('answers the next calls of a method with an error', async () => {
    const { telegram, api, olena } = await aCity();
    await olena.starts();
    telegram.faults.serverErrors('sendMessage', 1, 502);
    expect((await refusal(api.sendMessage(olena.id, 'x'))).code).toBe(502);
    telegram.faults.tooMany('sendMessage', 1, 7);
    expect((await refusal(api.sendMessage(olena.id, 'x'))).parameters.retry_after).toBe(7);
    await api.sendMessage(olena.id, 'x');
  });

  it('answers a call about one message with an error, and the others not', async () => {
    const { telegram, api, olena } = await aCity();
    await olena.starts();
    const [one, other] = [await api.sendMessage(olena.id, 'a'), await api.sendMessage(olena.id, 'b')];
    const error = { code: 400, description: 'Bad Request: message to edit not found' };
    telegram.faults.nextCalls('editMessageText', 1, { error, messageId: other.message_id });
    await api.editMessageText(olena.id, one.message_id, 'c');
    expect((await refusal(api.editMessageText(olena.id, other.message_id, 'd'))).code).toBe(400);
    await api.editMessageText(olena.id, other.message_id, 'd');
  });

  it('loses an answer after carrying the call out, or the call itself', async () => {
    const { telegram, api, olena } = await aCity();
    await olena.starts();
    telegram.faults.loseAnswers('sendMessage');
    await expect(api.sendMessage(olena.id, 'дійшло')).rejects.toThrow(HttpError);
    expect(olena.sees()).toBe('дійшло');
    telegram.faults.dropBefore('sendMessage');
    await expect(api.sendMessage(olena.id, 'не дійшло')).rejects.toThrow(HttpError);
    expect(olena.sees()).toBe('дійшло');
    expect(telegram.ledger.of('sendMessage').map((call) => call.lost)).toEqual(['after', 'before']);
  });

  it('revokes the token, floods and delays', async () => {
    const { telegram, api } = await aCity();
    telegram.faults.revokeToken();
    expect(await refusal(api.getMe())).toMatchObject({ code: 401, words: 'Unauthorized' });
    telegram.faults.restoreToken();
    telegram.faults.floodEverything(60_000, 3);
    expect((await refusal(api.getMe())).parameters.retry_after).toBe(3);
    telegram.faults.floodEverything(40, 3);
    await new Promise((resolve) => setTimeout(resolve, 45));
    telegram.faults.delayEverything(30);
    const before = performance.now();
    await api.getMe();
    expect(performance.now() - before).toBeGreaterThan(28);
  });
});

describe('the page', () => {
  it('hears of every visible change', async () => {
    const { telegram, api, olena } = await aCity();
    const heard: string[] = [];
    telegram.subscribe(({ kind, message }) => heard.push(`${kind} ${message?.text ?? ''}`.trim()));
    await olena.starts();
    const { message_id } = await api.sendMessage(olena.id, 'a', {
      reply_markup: new InlineKeyboard().text('b', 'b'),
    });
    const press = await olena.presses('b');
    await api.answerCallbackQuery(press.id, { text: 'Готово', show_alert: true });
    await api.editMessageText(olena.id, message_id, 'c');
    await api.deleteMessage(olena.id, message_id);
    expect(heard).toEqual(['message /start', 'message a', 'press a', 'answer', 'edit c', 'delete c']);
    expect(press.answer()).toEqual({ text: 'Готово', isAlert: true });
  });
});
