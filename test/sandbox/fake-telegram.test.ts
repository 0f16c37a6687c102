import { InlineKeyboard, Keyboard } from 'grammy';
import { aCity, cleanUp, polls, refusal, until } from './fake-telegram-city';

afterEach(cleanUp);

describe('a conversation over polling', () => {
  it('goes there and back with buttons, keyboards and edits', async () => {
    const { bot, olena } = await aCity();
    bot.command('start', (ctx) =>
      ctx.reply('Вітаємо, <b>Олено</b>', {
        parse_mode: 'HTML',
        reply_markup: new InlineKeyboard().text('Нове звернення', 'new').text('Мої', 'mine'),
      }),
    );
    bot.callbackQuery('new', async (ctx) => {
      await ctx.answerCallbackQuery({ text: 'Добре' });
      await ctx.editMessageText('Опишіть, що сталося');
    });
    bot.on('message:text', (ctx) =>
      ctx.reply('Телефон?', { reply_markup: new Keyboard().requestContact('Поділитися').oneTime() }),
    );
    bot.on('message:contact', (ctx) =>
      ctx.reply(`Ваш ${ctx.message.contact.phone_number}`, { reply_markup: { remove_keyboard: true } }),
    );
    polls(bot);

    await olena.says('/start');
    const greeting = await olena.waits(/Вітаємо/);
    expect(greeting.html).toBe('Вітаємо, <b>Олено</b>');
    expect(greeting.buttons[0]?.map((button) => button.label)).toEqual(['Нове звернення', 'Мої']);

    const press = await olena.presses('Нове звернення');
    const asked = await olena.waits(/Опишіть/);
    expect(asked).toMatchObject({ id: greeting.id, isEdited: true, buttons: [] });
    expect((await olena.waitsAnswer(press)).text).toBe('Добре');

    await olena.says('Не горить ліхтар');
    await olena.waits(/Телефон/);
    expect(olena.sees()).toBe('Телефон?\n(Поділитися)');
    await olena.presses('Поділитися');
    await olena.waits(/Ваш \+380671112233/);
    expect(olena.screen()?.keyboard).toBeUndefined();
  });

  it('keeps what came while the bot was away', async () => {
    const { bot, olena } = await aCity();
    await olena.says('перше');
    await olena.says('друге');
    const heard: string[] = [];
    bot.on('message:text', (ctx) => {
      heard.push(ctx.message.text);
      return ctx.reply(`чую ${ctx.message.text}`);
    });
    polls(bot);
    await olena.waits(/чую друге/);
    expect(heard).toEqual(['перше', 'друге']);
  });

  it('shows what a person sees when the wait is in vain', async () => {
    const { bot, olena } = await aCity();
    await olena.starts();
    await bot.api.sendMessage(olena.id, 'Не те', { reply_markup: new InlineKeyboard().text('Далі', 'go') });
    await expect(olena.waits(/те саме/, { timeoutMs: 20 })).rejects.toThrow(
      /in vain[\s\S]*bot: Не те\n\[Далі\]/,
    );
    await expect(olena.presses('Назад')).rejects.toThrow(/finds no button[\s\S]*\[Далі\]/);
  });

  it('sends a second poller away', async () => {
    const { bot, telegram } = await aCity();
    const first = refusal(bot.api.getUpdates({ timeout: 20 }));
    await until(() => telegram.ledger.of('getUpdates').length === 1);
    const second = bot.api.getUpdates({ timeout: 0 });
    expect((await first).words).toMatch(/^Conflict: terminated by other getUpdates request/);
    expect(await second).toEqual([]);
  });
});
