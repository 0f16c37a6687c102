import { aScene, until, type Scene } from './staff-scene';

jest.setTimeout(60_000);

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: false });
});
afterAll(() => scene.stop());

const botMessages = () => scene.group.messages().filter(({ byBot }) => byBot).length;

/** Everything said before has been dealt with: the bot answers in the order things came. */
async function allHeard(): Promise<void> {
  const { petro, sees, group } = scene;
  await petro.says('/where', { in: group });
  await sees(petro, /Ідентифікатор/, { ...group.messages()[0]!, threadId: undefined });
}

describe('in the officials’ group without topics', () => {
  it('one person answers two appeals side by side, each to its own citizen', async () => {
    const { resident, files, petro, sees, here } = scene;
    const [olena, maria] = [await resident('Олена'), await resident('Марія')];
    const [first, second] = [(await files(olena)).card, (await files(maria)).card];
    await petro.says('Для Олени', { ...here(), replyTo: first });
    const one = await sees(petro, /Для Олени/, first);
    await petro.says('Для Марії', { ...here(), replyTo: second });
    const two = await sees(petro, /Для Марії/, second);
    await petro.says('і ще для Олени', { ...here(), replyTo: one });
    await petro.waits(({ id, text }) => id === one.id && /і ще для Олени/.test(text), here());
    for (const screen of [one, two]) {
      await petro.presses({ message: screen, label: 'Виконано' }, here());
      await petro.waits(({ id, text }) => id === screen.id && /Перевірте/.test(text), here());
      await petro.presses({ message: screen, label: 'Надіслати' }, here());
      await petro.waits(({ id, text }) => id === screen.id && /надіслано/.test(text), here());
    }
    expect((await sees(olena, /Питання вирішено\?/)).text).toMatch(/Для Олени\s+і ще для Олени/);
    const toMaria = (await sees(maria, /Питання вирішено\?/)).text;
    expect(toMaria).toContain('Для Марії');
    expect(toMaria).not.toContain('Олени');
  });

  it('a colleague’s button gives a short reason and changes nothing', async () => {
    const { resident, files, petro, iryna, sees, here, noteOf, appeals } = scene;
    const { appeal, card } = await files(await resident());
    await petro.says('Ще пишу', { ...here(), replyTo: card });
    const screen = await sees(petro, /Чим закінчилося/, card);
    const before = botMessages();
    expect(await noteOf(iryna, screen, 'Виконано')).toBe('Ця кнопка для колеги, який почав.');
    expect(await noteOf(iryna, screen, 'Скасувати')).toBe('Ця кнопка для колеги, який почав.');
    expect(botMessages()).toBe(before);
    await petro.presses({ message: screen, label: 'Виконано' }, here());
    await sees(petro, /Перевірте/, card);
    expect((await appeals.find(appeal.id))?.status).toBe('submitted');
  });

  it('two answers at once make one, and the other is told that nothing was sent', async () => {
    const { resident, files, petro, iryna, sees, here, reload } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    const ready = async (who: typeof petro, text: string) => {
      await who.says(text, { ...here(), replyTo: card });
      const screen = await who.waits(new RegExp(`${text}[^]*Чим закінчилося`), here());
      await who.presses({ message: screen, label: 'Виконано' }, here());
      await who.waits(({ id, text: shown }) => id === screen.id && /Перевірте/.test(shown), here());
      return screen;
    };
    const [one, two] = [await ready(petro, 'Зробив Петро'), await ready(iryna, 'Зробила Ірина')];
    await Promise.all([
      petro.presses({ message: one, label: 'Надіслати' }, here()),
      iryna.presses({ message: two, label: 'Надіслати' }, here()),
    ]);
    const isEnd = (text: string) => /надіслано заявнику|Ваш текст не надіслано/.test(text);
    await petro.waits(({ id, text }) => id === one.id && isEnd(text), here());
    await iryna.waits(({ id, text }) => id === two.id && isEnd(text), here());
    const ends = scene.group.messages().filter(({ id }) => id === one.id || id === two.id);
    expect(ends.filter(({ text }) => /надіслано заявнику/.test(text))).toHaveLength(1);
    expect(ends.filter(({ text }) => /вже відповіли[^]*не надіслано/.test(text))).toHaveLength(1);
    expect((await reload(appeal)).answers).toHaveLength(1);
    await sees(olena, /Питання вирішено\?/);
  });

  it('other talk, strangers’ groups and replies to people are not the bot’s', async () => {
    const { resident, files, petro, iryna, telegram, group, here } = scene;
    const { appeal, card } = await files(await resident());
    const said = await iryna.says('Хто бере ліхтарі?', { in: group });
    const before = botMessages();
    await petro.says('Я візьму', { ...here(), replyTo: said });
    await petro.says('просто розмова', here());
    const other = telegram.group({ title: 'Сусіди', members: [petro], botIsAdmin: true });
    await petro.says('/queue', { in: other });
    await petro.says('/where', { in: other });
    await petro.waits(new RegExp(String(other.id)), { in: other, timeoutMs: 20_000 });
    const stolen = card.buttons.flat()[0]!.token!;
    const press = await petro.forges(stolen, other.messages().at(-1)!, { in: other });
    await petro.waitsAnswer(press, 20_000);
    expect(other.messages().filter(({ byBot }) => byBot)).toHaveLength(1);
    await allHeard();
    expect(botMessages()).toBe(before + 1);
    expect((await scene.reload(appeal)).status).toBe('submitted');
  });

  it('a reply to a message nobody knows any more is not swallowed', async () => {
    const { resident, files, petro, sees, here, town } = scene;
    const { appeal, card } = await files(await resident());
    await town.mongo.collection('cards').deleteOne({ appealId: appeal.id });
    await town.mongo.collection('notices').deleteMany({ appealId: appeal.id });
    await petro.says('Зроблено', { ...here(), replyTo: card });
    await sees(petro, /якого звернення/, card);
  });

  it('an anonymous administrator is told why nothing happens', async () => {
    const { resident, files, petro, sees, here } = scene;
    const { card } = await files(await resident());
    await petro.says('Зроблено', { ...here(), replyTo: card, isAnonymous: true });
    await sees(petro, /від власного імені/, card);
  });

  it('nobody answers, takes or declines an own appeal', async () => {
    const { files, petro, sees, here, noteOf, reload } = scene;
    await petro.starts();
    await petro.waits(/Відгук/, { timeoutMs: 20_000 });
    const { appeal, card } = await files(petro);
    for (const label of ['Взяти', 'Відповісти', 'Запитати', 'Не наше'])
      expect(await noteOf(petro, card, label)).toBe('Це ваше власне звернення. Відповість колега.');
    await petro.says('Сам собі зробив', { ...here(), replyTo: card });
    await sees(petro, /власне звернення/, card);
    expect((await reload(appeal)).rev).toBe(1);
  });

  it('an answer to a withdrawn appeal is refused at once, or when it was withdrawn meanwhile', async () => {
    const { resident, files, petro, sees, here, reload } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await petro.says('Вже їдемо', { ...here(), replyTo: card });
    const screen = await sees(petro, /Чим закінчилося/, card);
    await petro.presses({ message: screen, label: 'Виконано' }, here());
    await sees(petro, /Перевірте/, card);
    await olena.says('/my');
    await olena.waits(({ buttons }) => buttons.flat().some(({ label }) => label.includes(appeal.number)), { timeoutMs: 20_000 }); // prettier-ignore
    await olena.presses({ token: `wdy.${appeal.id}`, ...{} }).catch(() => olena.forges(`wdy.${appeal.id}`, olena.screen()!)); // prettier-ignore
    await until(async () => (await reload(appeal)).status === 'withdrawn', 'the appeal is withdrawn');
    const token = card.buttons.flat().find(({ label }) => label === 'Відповісти')!.token!;
    await petro.presses({ message: screen, label: 'Надіслати' }, here());
    expect((await sees(petro, /не надіслано/, card)).text).toContain('відкликав');
    const isShown = () =>
      petro
        .messages({ in: scene.group })
        .some(({ text }) => text.includes(appeal.number) && text.includes('відкликано'));
    await until(() => Promise.resolve(isShown()), 'the card says that it is withdrawn');
    await petro.says('То як?', { ...here(), replyTo: card });
    await sees(petro, /Відповідати не потрібно/, card);
    const press = await petro.forges(token, card, { in: scene.group });
    expect((await petro.waitsAnswer(press, 20_000)).text).toContain('Заявник відкликав');
    expect((await reload(appeal)).answers).toHaveLength(0);
  });
});
