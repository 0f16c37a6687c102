import { aScene, type Scene } from './staff-scene';

jest.setTimeout(60_000);

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: false });
});
afterAll(() => scene.stop());

/** What the bot answers to a command, in the group or privately. */
async function asks(who: Scene['petro'], command: string, where: object, wanted: RegExp) {
  await who.says(command, where);
  return who.waits(wanted, { timeoutMs: 20_000, ...where });
}

describe('commands of the staff', () => {
  it('show what waits, find by number and by words, and lead to the card', async () => {
    const { resident, files, petro, here, sees } = scene;
    const { appeal, card } = await files(await resident(), { text: 'Зламана лавка біля фонтана' });
    const queue = await asks(petro, '/queue', here(), /У черзі/);
    expect(queue.text).toContain(appeal.number);
    expect((await asks(petro, `/find ${appeal.number}`, here(), /Знайдено/)).text).toContain(appeal.number);
    const found = await asks(petro, '/find лавка', here(), /Знайдено/);
    expect(found.text).toContain(appeal.number);
    await asks(petro, '/find хмарочос', here(), /нічого не знайдено/);
    await asks(petro, '/find', here(), /Напишіть, що шукати/);
    await petro.presses({ message: found, label: appeal.number }, here());
    const shown = await petro.waits(
      ({ text, id }) => id > card.id && /лавка біля фонтана/.test(text),
      here(),
    );
    await petro.says('Лавку полагодили', { ...here(), replyTo: shown });
    await sees(petro, /Лавку полагодили[^]*Чим закінчилося/, card);
  });

  it('let only a moderator pass an appeal on, and bear nonsense', async () => {
    const { resident, files, petro, iryna, here, reload, seesCard } = scene;
    const { appeal } = await files(await resident());
    await asks(petro, `/assign ${appeal.number} ${petro.id}`, here(), /модератор або керівник/);
    for (const nonsense of [
      '',
      ' 1 2 3',
      ` ${appeal.number} петро`,
      ' 2026-999999 123456',
      ` ${appeal.number} -5`,
    ])
      await asks(iryna, `/assign${nonsense}`, here(), /Наприклад: \/assign/);
    expect((await reload(appeal)).rev).toBe(1);
    await asks(iryna, `/assign ${appeal.number} ${petro.id}`, here(), /передано виконавцю/);
    expect((await reload(appeal)).executorId).toBe(`telegram-${petro.id}`);
    await seesCard(appeal, /у роботі/);
  });

  it('explain themselves and tell the ids', async () => {
    const { petro, iryna, here, group } = scene;
    await asks(petro, '/help', here(), /Дайте відповідь на картку/);
    expect((await asks(petro, '/where', here(), /Ідентифікатор/)).text).toContain(String(group.id));
    await iryna.starts();
    const own = await asks(iryna, '/where', {}, /Ідентифікатор/);
    expect(own.text).toContain(String(iryna.id));
  });

  it('work in a moderator’s private chat, the card’s buttons too, and in nobody else’s', async () => {
    const { resident, files, iryna, reload, sees } = scene;
    const olena = await resident();
    const { appeal } = await files(olena);
    const queue = await asks(iryna, '/queue', {}, /У черзі/);
    await iryna.presses({ message: queue, label: appeal.number });
    const card = await iryna.waits(({ text, buttons }) => text.includes(appeal.number) && buttons.flat().some(({ label }) => label === 'Відповісти'), { timeoutMs: 20_000 }); // prettier-ignore
    const press = await iryna.presses({ message: card, label: 'Взяти' });
    expect((await iryna.waitsAnswer(press, 20_000)).text).toContain('Ви взяли');
    expect((await reload(appeal)).executorId).toBe(`telegram-${iryna.id}`);
    await iryna.presses({ message: card, label: 'Відповісти' });
    await sees(iryna, /текстом для заявника/);
    await iryna.says('Перевірили на місці.');
    await sees(iryna, /Чим закінчилося/);
    await iryna.presses('Роз’яснено');
    await sees(iryna, /Перевірте/);
    await iryna.presses('Надіслати');
    const sent = await sees(iryna, /надіслано заявнику/);
    expect(sent.buttons.flat().map(({ label }) => label)).toEqual(['Виправити']);
    await sees(olena, /Перевірили на місці/);
    await asks(iryna, `/assign ${appeal.number} ${iryna.id}`, {}, /вже відповіли/);
    await asks(olena, '/queue', {}, /\S/);
    expect(olena.messages().some(({ text }) => text.includes('У черзі'))).toBe(false);
  });

  it('lead a moderator through what waits, to another subject and to an answer', async () => {
    const { resident, files, iryna, reload, sees } = scene;
    const olena = await resident('Оксана');
    const { appeal } = await files(olena, { text: 'На вулиці глибока яма на дорозі' });
    const queue = await asks(iryna, '/queue не взяті', {}, /Не взяті:/);
    expect(queue.text).toMatch(/Не взято: \d+, найдавніше від/);
    await iryna.presses({ message: queue, label: 'По одному' });
    let card = await iryna.waits(({ buttons }) => buttons.flat().some(({ label }) => label === 'Далі'), { timeoutMs: 20_000 }); // prettier-ignore
    for (let steps = 0; !card.text.includes(appeal.number) && steps < 10; steps += 1) {
      const { text: before } = card;
      await iryna.presses({ message: card, label: 'Далі' });
      card = await iryna.waits(({ text, id }) => id >= card.id && text !== before, { timeoutMs: 20_000 });
    }
    expect(card.text).toContain(appeal.number);
    await asks(iryna, '/recategorise', {}, /код теми/);
    await asks(iryna, `/recategorise ${appeal.number} абракадабра`, {}, /не знайдено/);
    const offered = await asks(iryna, `/recategorise ${appeal.number}`, {}, /Про що воно насправді/);
    const [first] = offered.buttons.flat();
    await iryna.presses({ message: offered, label: first!.label });
    await sees(iryna, new RegExp(`${appeal.number} тепер «${first!.label}»`));
    const { category, department } = await reload(appeal);
    expect(first!.token).toBe(`rc.${appeal.id}.${category}`);
    expect(department).not.toBe(appeal.department);
    await sees(olena, /Ми уточнили, про що ваше звернення/);
    await asks(iryna, '/reply 2026-999999 так', {}, /немає[^]*\/reply/);
    await asks(iryna, `/reply ${appeal.number} Яму засипано.`, {}, /Чим закінчилося/);
    await iryna.presses('Виконано');
    await sees(iryna, /Перевірте[^]*Яму засипано/);
    await iryna.presses('Надіслати');
    await sees(olena, /Яму засипано/);
  });

  it('tell a moderator alone who did what, how it goes and who somebody is, and write it down', async () => {
    const { resident, files, town, group, petro, iryna, here } = scene;
    const acts = town.mongo.collection('audit');
    await acts.deleteMany({ what: { $in: ['person.searched', 'record.exported'] } });
    const { appeal } = await files(await resident('Ганна'));
    await asks(iryna, `/extend ${appeal.number} +5 чекаємо на деталі`, here(), /продовжено/);
    const told = await asks(iryna, `/audit ${appeal.number}`, {}, /Дії працівників/);
    expect(told.text).toMatch(/строк продовжено 2026-\d{6} чекаємо на деталі/);
    await asks(iryna, '/audit дракон', {}, /номер звернення, день, людину/);
    await asks(iryna, '/stats 2026-99', {}, /Напишіть період/);
    await asks(petro, '/stats', here(), /Надійшло \d+/);

    await asks(iryna, '/find +380671112233', here(), /в особистому чаті/);
    const found = await asks(iryna, '/find 067 111 22 33', {}, /записано в журнал/);
    expect(found.text).toContain('Коваль Олена Петрівна');
    await asks(iryna, '/find заявник коваль', {}, /записано в журнал/);
    const searches = await acts.find({ what: 'person.searched' }).toArray();
    expect(searches).toMatchObject([{ facts: { by: 'phone' } }, { facts: { by: 'name' } }]);
    expect(JSON.stringify(searches)).not.toMatch(/380671112233|оваль/);
    const inGroup = group.messages().map(({ text }) => text);
    expect(inGroup.join()).not.toContain('Коваль Олена');

    const asked = await asks(iryna, '/export', {}, /Що вивантажити/);
    await iryna.presses({ message: asked, label: 'Журнал дій' });
    const table = await iryna.waits(({ media }) => media?.kind === 'document', { timeoutMs: 20_000 });
    expect(table.media?.fileName).toMatch(/^acts-.*\.csv$/);
    expect(await acts.countDocuments({ what: 'record.exported' })).toBe(1);
  });

  it('let a colleague choose the digest of each morning, in their own chat only', async () => {
    const { iryna, here, town } = scene;
    const wishes = async () =>
      (await town.mongo.collection('citizens').findOne({ _id: `telegram-${iryna.id}` as never }))?.[
        'wantsDigest'
      ] as unknown;
    await asks(iryna, '/digest', here(), /в особистому чаті/);
    await iryna.starts();
    const question = await asks(iryna, '/digest', {}, /Щоранку[^]*Надсилати\?/);
    await iryna.presses({ message: question, label: 'Надсилати' });
    await iryna.waits(/Надсилатиму щоранку/, { timeoutMs: 20_000 });
    expect(await wishes()).toBe(true);
    await asks(iryna, '/digest ні', {}, /зведень не буде/);
    expect(await wishes()).toBe(false);
    await asks(iryna, '/digest щовечора', {}, /Щоранку[^]*Надсилати\?/);
  });
});
