import { InlineKeyboard, InputFile, Keyboard } from 'grammy';
import { samplePicture } from '../../sandbox/fake-telegram/picture';
import { aCity, aCityWithGroup, atTheEnd, cleanUp, refusal } from './fake-telegram-city';
import { startFakeTelegram } from '../../sandbox/fake-telegram/start';

afterEach(cleanUp);

async function aStartedCity() {
  const city = await aCity();
  await city.olena.starts();
  return city;
}

describe('the door', () => {
  const ask = async (path: string, init?: RequestInit) => {
    const telegram = await startFakeTelegram();
    atTheEnd(() => telegram.stop());
    const answer = await fetch(telegram.apiRoot + path.replace('TOKEN', telegram.token), init);
    return { status: answer.status, body: (await answer.json()) as object };
  };

  it('refuses a wrong token', async () => {
    expect(await ask('/bot1:wrong/getMe')).toEqual({
      status: 401,
      body: { ok: false, error_code: 401, description: 'Unauthorized' },
    });
  });

  it('refuses an unknown method', async () => {
    expect(await ask('/botTOKEN/sendPigeon')).toMatchObject({
      status: 404,
      body: { description: 'Not Found' },
    });
  });

  it.each([
    ['a query', '/botTOKEN/GETME?unknown=1', undefined],
    [
      'JSON',
      '/botTOKEN/getMe',
      { method: 'POST', body: '{"x":1}', headers: { 'content-type': 'application/json' } },
    ],
    ['a form', '/botTOKEN/getMe', { method: 'POST', body: new URLSearchParams({ x: '1' }) }],
    ['multipart', '/botTOKEN/getMe', { method: 'POST', body: formOf({ x: '1' }) }],
  ])('takes parameters as %s and ignores unknown ones', async (_how, path, init) => {
    expect(await ask(path, init)).toMatchObject({ status: 200, body: { ok: true } });
  });

  it('names the chat it cannot find', async () => {
    const { api } = await aCity();
    expect((await refusal(api.sendMessage(42, 'x'))).words).toBe('Bad Request: chat not found');
    expect((await refusal(api.sendMessage('', 'x'))).words).toBe('Bad Request: chat_id is empty');
  });

  function formOf(fields: Record<string, string>): FormData {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  }
});

describe('a text', () => {
  it('has 1 to 4096 characters after its markup is read', async () => {
    const { api, olena } = await aStartedCity();
    const html = { parse_mode: 'HTML' as const };
    expect((await refusal(api.sendMessage(olena.id, ''))).words).toBe('Bad Request: message text is empty');
    expect((await refusal(api.sendMessage(olena.id, ' \n '))).words).toBe(
      'Bad Request: message text is empty',
    );
    expect((await refusal(api.sendMessage(olena.id, '<b></b>', html))).words).toBe(
      'Bad Request: message text is empty',
    );
    expect((await refusal(api.sendMessage(olena.id, 'ї'.repeat(4097)))).words).toBe(
      'Bad Request: message is too long',
    );
    const longest = `<b>${'&lt;'.repeat(4096)}</b>`;
    expect((await api.sendMessage(olena.id, longest, html)).text).toHaveLength(4096);
  });

  it.each([
    ['<p>x</p>', `Unsupported start tag "p" at byte offset 0`],
    ['ї<br>', `Unsupported start tag "br" at byte offset 2`],
    ['<b>x', `Can't find end tag corresponding to start tag "b"`],
    ['<b><i>x</b></i>', `Unmatched end tag at byte offset 7, expected "</i>", found "</b>"`],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['x < y', `Unsupported start tag`],
    ['a & b', 'unescaped "&" at byte offset 2'],
    ['a&nbsp;b', 'Unsupported HTML entity'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<b', 'Unclosed start tag at byte offset 0'],
  ])('in HTML refuses %s', async (text, words) => {
    const { api, olena } = await aStartedCity();
    const { code, words: told } = await refusal(api.sendMessage(olena.id, text, { parse_mode: 'HTML' }));
    expect({ code, told }).toEqual({
      code: 400,
      told: expect.stringMatching(/^Bad Request: (can't parse entities|message)/) as string,
    });
    if (text !== 'x < y') expect(told).toContain(words);
  });

  it('keeps entities in UTF-16 units', async () => {
    const { api, olena } = await aStartedCity();
    const text =
      '😀 <b>ліхтар &amp; <a href="https://kmr.gov.ua/?a=1&amp;b=2">стовп</a></b> <code>&#8470;5</code>';
    const sent = await api.sendMessage(olena.id, text, { parse_mode: 'HTML' });
    expect(sent.text).toBe('😀 ліхтар & стовп №5');
    expect(sent.entities).toEqual([
      { type: 'bold', offset: 3, length: 14 },
      { type: 'text_link', offset: 12, length: 5, url: 'https://kmr.gov.ua/?a=1&b=2' },
      { type: 'code', offset: 18, length: 2 },
    ]);
    expect(olena.screen()?.html).toBe(
      '😀 <b>ліхтар &amp; <a href="https://kmr.gov.ua/?a=1&amp;b=2">стовп</a></b> <code>№5</code>',
    );
  });
});

describe('buttons', () => {
  it('carry 1 to 64 bytes', async () => {
    const { api, olena } = await aStartedCity();
    const send = (token: string) =>
      api.sendMessage(olena.id, 'x', { reply_markup: new InlineKeyboard().text('Так', token) });
    await send('ї'.repeat(32));
    expect((await refusal(send('ї'.repeat(33)))).words).toBe('Bad Request: BUTTON_DATA_INVALID');
    expect((await refusal(send(''))).words).toBe('Bad Request: BUTTON_DATA_INVALID');
  });

  it('number at most 100 and have a text and an action', async () => {
    const { api, olena } = await aStartedCity();
    const rows = Array.from({ length: 101 }, (_, i) => [{ text: `${i}`, callback_data: `${i}` }]);
    const send = (inline_keyboard: never) =>
      refusal(api.sendMessage(olena.id, 'x', { reply_markup: { inline_keyboard } }));
    expect((await send(rows as never)).code).toBe(400);
    expect((await send([[{ text: '', callback_data: 'x' }]] as never)).words).toMatch(
      /text must be non-empty/,
    );
    expect((await send([[{ text: 'x' }]] as never)).words).toMatch(
      /text buttons are unallowed in the inline keyboard/,
    );
    expect((await send([[{ text: 'x', url: 'not a link' }]] as never)).words).toMatch(
      /URL 'not a link' is invalid/,
    );
  });

  it('ask for a phone only in private', async () => {
    const { api, olena, group } = await aCityWithGroup();
    await olena.starts();
    const reply_markup = new Keyboard().requestContact('Телефон');
    await api.sendMessage(olena.id, 'x', { reply_markup });
    expect((await refusal(api.sendMessage(group.id, 'x', { reply_markup }))).words).toBe(
      'Bad Request: phone number can be requested in private chats only',
    );
  });

  it('expire: an answer to an old press is refused', async () => {
    const { telegram, api, olena } = await aCity({ pressLifetimeMs: 60_000 });
    await olena.starts();
    await api.sendMessage(olena.id, 'x', { reply_markup: new InlineKeyboard().text('Так', 'yes') });
    const press = await olena.presses('Так');
    expect((await refusal(api.answerCallbackQuery(press.id, { text: 'ї'.repeat(201) }))).code).toBe(400);
    await api.answerCallbackQuery(press.id);
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    const late = await refusal(api.answerCallbackQuery(press.id));
    expect(late.words).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    );
    expect(telegram.ledger.of('answerCallbackQuery')).toHaveLength(3);
  });
});

describe('an edit', () => {
  it('changes something of an own message that is there', async () => {
    const { api, olena } = await aStartedCity();
    const markup = { reply_markup: new InlineKeyboard().text('Так', 'yes') };
    const sent = await api.sendMessage(olena.id, 'Перше', markup);
    const same = await refusal(api.editMessageText(olena.id, sent.message_id, 'Перше', markup));
    expect(same.words).toMatch(/^Bad Request: message is not modified: /);
    await api.editMessageText(olena.id, sent.message_id, 'Перше');
    await api.editMessageText(olena.id, sent.message_id, '<b>Перше</b>', { parse_mode: 'HTML' });
    const gone = await refusal(api.editMessageText(olena.id, 999_999, 'x'));
    expect(gone.words).toBe('Bad Request: message to edit not found');
    const theirs = olena.messages().find((message) => !message.byBot)!;
    expect((await refusal(api.editMessageText(olena.id, theirs.id, 'x'))).words).toBe(
      "Bad Request: message can't be edited",
    );
  });

  it('cannot touch a message that brought a keyboard', async () => {
    const { api, olena } = await aStartedCity();
    const sent = await api.sendMessage(olena.id, 'x', { reply_markup: new Keyboard().text('Далі') });
    const { words } = await refusal(api.editMessageText(olena.id, sent.message_id, 'y'));
    expect(words).toBe("Bad Request: message can't be edited");
  });

  it('knows text from caption', async () => {
    const { api, olena } = await aStartedCity();
    const photo = await api.sendPhoto(olena.id, new InputFile(samplePicture(1), 'a.jpg'), { caption: 'до' });
    await api.editMessageCaption(olena.id, photo.message_id, { caption: 'після' });
    expect(olena.sees()).toBe('<photo>\nпісля');
    expect((await refusal(api.editMessageText(olena.id, photo.message_id, 'x'))).words).toBe(
      'Bad Request: there is no text in the message to edit',
    );
    const long = await refusal(
      api.editMessageCaption(olena.id, photo.message_id, { caption: 'x'.repeat(1025) }),
    );
    expect(long.words).toBe('Bad Request: message caption is too long');
  });
});

describe('deleting', () => {
  it('ends after 48 hours by the clock of the fake', async () => {
    let now = new Date('2026-03-02T10:00:00Z');
    const { api, olena } = await aCity({ now: () => now });
    await olena.starts();
    const first = await api.sendMessage(olena.id, 'перше');
    const second = await api.sendMessage(olena.id, 'друге');
    await api.deleteMessage(olena.id, first.message_id);
    expect((await refusal(api.deleteMessage(olena.id, first.message_id))).words).toBe(
      'Bad Request: message to delete not found',
    );
    now = new Date('2026-03-04T10:00:01Z');
    expect((await refusal(api.deleteMessage(olena.id, second.message_id))).words).toMatch(/can't be deleted/);
    expect(olena.sees()).toBe('друге');
  });
});

describe('people', () => {
  it('are out of reach until they start, after they block, and once they are gone', async () => {
    const { api, olena, petro, group } = await aCityWithGroup();
    expect(group.chat.members.has(petro.id)).toBe(true);
    expect(await refusal(api.sendMessage(olena.id, 'x'))).toMatchObject({
      words: 'Bad Request: chat not found',
    });
    expect(await refusal(api.sendMessage(petro.id, 'x'))).toMatchObject({
      code: 403,
      words: "Forbidden: bot can't initiate conversation with a user",
    });
    await olena.starts();
    await api.sendMessage(olena.id, 'x');
    await olena.blocksBot();
    expect(await refusal(api.sendMessage(olena.id, 'x'))).toMatchObject({
      code: 403,
      words: 'Forbidden: bot was blocked by the user',
    });
    await expect(olena.says('агов')).rejects.toThrow(/must unblock/);
    await olena.unblocksBot();
    await api.sendMessage(olena.id, 'y');
    olena.deletesAccount();
    expect((await refusal(api.sendMessage(olena.id, 'x'))).words).toBe('Forbidden: user is deactivated');
  });

  it('are announced when they block', async () => {
    const { api, olena } = await aCity();
    await olena.starts();
    await olena.blocksBot();
    const updates = await api.getUpdates();
    expect(updates[1]?.my_chat_member).toMatchObject({
      old_chat_member: { status: 'member' },
      new_chat_member: { status: 'kicked' },
    });
  });
});

describe('a reply', () => {
  it('needs its message, unless told otherwise', async () => {
    const { api, olena } = await aStartedCity();
    const told = (allow: boolean) =>
      api.sendMessage(olena.id, 'x', {
        reply_parameters: { message_id: 999_999, ...(allow && { allow_sending_without_reply: true }) },
      });
    expect((await refusal(told(false))).words).toBe('Bad Request: message to be replied not found');
    await told(true);
  });
});

describe('commands', () => {
  it('are kept by scope and language, and checked', async () => {
    const { api, olena } = await aStartedCity();
    await api.setMyCommands([{ command: 'new', description: 'Нове' }], { language_code: 'uk' });
    await api.setMyCommands([{ command: 'queue', description: 'Черга' }], {
      scope: { type: 'chat', chat_id: olena.id },
    });
    expect(await api.getMyCommands({ language_code: 'uk' })).toEqual([
      { command: 'new', description: 'Нове' },
    ]);
    expect(await api.getMyCommands()).toEqual([]);
    expect((await refusal(api.setMyCommands([{ command: 'Нове', description: 'x' }]))).words).toBe(
      'Bad Request: BOT_COMMAND_INVALID',
    );
  });
});
