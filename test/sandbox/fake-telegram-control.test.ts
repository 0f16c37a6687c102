import { InlineKeyboard } from 'grammy';
import { RemoteTelegram } from '../../sandbox/fake-telegram/remote';
import { samplePicture } from '../../sandbox/fake-telegram/picture';
import { aCity, cleanUp, polls } from './fake-telegram-city';

afterEach(cleanUp);

describe('the control API', () => {
  it('drives people and groups from another process', async () => {
    const { telegram, bot } = await aCity();
    bot.command('start', (ctx) =>
      ctx.reply('Вітаємо', { reply_markup: new InlineKeyboard().text('Далі', 'go') }),
    );
    bot.callbackQuery('go', async (ctx) => {
      await ctx.answerCallbackQuery('Ідемо');
      await ctx.editMessageText('Пишіть');
    });
    bot.on('message:photo', (ctx) => ctx.reply(`Фото ${ctx.message.photo.at(-1)?.width}`));
    bot.on('message:text', (ctx) => ctx.reply(`У групі: ${ctx.message.text}`));
    polls(bot);

    const remote = new RemoteTelegram(telegram.apiRoot);
    const petro = await remote.person({ firstName: 'Петро', phone: '+380501112233' });
    await petro.starts();
    expect((await petro.waits(/вітаємо/i)).buttons).toEqual([[{ label: 'Далі', token: 'go' }]]);
    const press = await petro.presses('Далі');
    expect((await petro.waitsAnswer(press)).text).toBe('Ідемо');
    await petro.waits(/Пишіть/);
    expect(await petro.sees()).toBe('Пишіть');
    await petro.sendsPhoto({ base64: samplePicture(1).toString('base64') });
    await petro.waits(/Фото 320/);

    const group = await remote.group({
      title: 'Служба',
      isForum: true,
      admins: [petro.id],
      botIsAdmin: true,
    });
    const topic = await remote.groupDoes<{ id: number }>(group, 'opensTopic', 'Тема');
    await petro.says('агов', { in: group, thread: topic.id });
    await petro.waits(/У групі: агов/, { in: group });
    expect((await remote.ledger()).calls.length).toBeGreaterThan(5);
  });

  it('moves the clock, orders faults and says why not', async () => {
    const { telegram, api } = await aCity();
    const remote = new RemoteTelegram(telegram.apiRoot);
    await remote.moveClock(86_400_000);
    expect(telegram.now().getTime() - Date.now()).toBeGreaterThan(86_000_000);
    await remote.fault('serverErrors', 'getMe', 1);
    await expect(api.getMe()).rejects.toThrow(/502/);
    await expect(remote.personBy(1).says('x')).rejects.toThrow('there is no person 1');
    await expect(remote.fault('meteor')).rejects.toThrow('there is no fault meteor');
  });

  it('streams changes and serves files', async () => {
    const { telegram, olena } = await aCity();
    const stream = await fetch(`${telegram.apiRoot}/control/events`);
    const reader = stream.body!.getReader();
    const sent = await olena.sendsPhoto();
    let heard = '';
    while (!heard.includes('"photo"'))
      heard += new TextDecoder().decode((await reader.read()).value as Uint8Array);
    await reader.cancel();
    const file = await fetch(`${telegram.apiRoot}/control/files/${sent.media!.fileId}`);
    expect(file.headers.get('content-type')).toBe('image/jpeg');
  });
});
