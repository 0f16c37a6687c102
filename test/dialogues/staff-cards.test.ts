import { aScene, isKnown, until, type Scene } from './staff-scene';

jest.setTimeout(60_000);

const CANARIES = ['+380671112233', '067 111 22 33', 'olena@example.com', 'secret@mail.ua', '4149 6090 0000 1234', 'Коваль', 'Олена', 'кв. 5']; // prettier-ignore
const TELLING =
  'Не горить ліхтар. Дзвоніть 067 111 22 33 або пишіть secret@mail.ua, картка 4149 6090 0000 1234, я в кв. 5';

describe.each([true, false])('a card in the officials’ group (topics: %s)', (hasTopics) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await aScene({ hasTopics });
  });
  afterAll(() => scene.stop());

  it('tells all that is needed to act and nothing about the person', async () => {
    const { resident, files, group, groupTexts, town } = scene;
    const before = group.topics().length;
    const olena = await resident();
    const { appeal, card } = await files(olena, { text: TELLING, label: 'вул. Миру, 18, кв. 5' });
    expect(card.text).toContain(appeal.number);
    expect(card.text).toContain('Не горить ліхтар');
    expect(card.text).toContain('Миру, 18');
    expect(card.text).toMatch(/до \d+ \p{L}+/u);
    expect(card.text).toContain('не взято');
    expect(card.buttons.flat().map(({ label }) => label)).toEqual(['Взяти', 'Відповісти', 'Запитати', 'Не наше', 'Передати колезі', 'Продовжити строк', 'Нотатка', 'Контакт', 'Історія']); // prettier-ignore
    expect(card.threadId !== undefined).toBe(hasTopics);
    expect(group.topics()).toHaveLength(before + (hasTopics ? 1 : 0));
    for (const secret of CANARIES) expect(groupTexts().join('\n')).not.toContain(secret);
    const topics = group
      .topics()
      .map(({ name }) => name)
      .join();
    for (const secret of CANARIES) expect(topics).not.toContain(secret);
    expect(await town.mongo.collection('quarantine').countDocuments()).toBe(0);
  });

  it('has the photos below it, in one album', async () => {
    const { resident, files, sees, petro, here, group } = scene;
    const olena = await resident();
    const sent = [await olena.sendsPhoto({}), await olena.sendsPhoto({})];
    const attachments = sent.map(({ media }, index) => ({
      ...{
        id: `p${index}-${sent[0]!.id}`,
        kind: 'photo' as const,
        messenger: 'telegram',
        fileId: media!.fileId,
      },
    }));
    const { card } = await files(olena, { attachments });
    const photo = await petro.waits(({ media, id }) => media?.kind === 'photo' && id > card.id, here());
    expect(photo.threadId).toBe(card.threadId);
    const album = group.messages().filter(({ albumId }) => albumId === photo.albumId);
    expect(album).toHaveLength(2);
    if (!hasTopics) await sees(petro, /Фото й документи до/, card);
  });

  it('is taken once: the card changes, the citizen hears, a second official is told', async () => {
    const { resident, files, sees, petro, iryna, noteOf, seesCard, group, reload } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    expect(await noteOf(petro, card, 'Взяти')).toContain('Ви взяли');
    const taken = await seesCard(appeal, /у роботі/);
    expect(taken.id).toBe(card.id);
    expect(taken.buttons.flat().map(({ label }) => label)).not.toContain('Взяти');
    await sees(olena, /працює/);
    const stale = card.buttons.flat().find(({ label }) => label === 'Взяти')!.token!;
    const press = await iryna.forges(stale, card, { in: group });
    expect((await iryna.waitsAnswer(press)).text).toBe('Це звернення вже взяв колега.');
    expect((await reload(appeal)).executorId).toBe(`telegram-${petro.id}`);
    const again = await petro.forges(stale, card, { in: group });
    expect((await petro.waitsAnswer(again)).text).toContain('Ви взяли');
  });

  it('«not ours» marks it for the moderators', async () => {
    const { resident, files, petro, iryna, noteOf, sees, here, seesCard, reload } = scene;
    const { appeal, card } = await files(await resident());
    await noteOf(petro, card, 'Взяти');
    await seesCard(appeal, /у роботі/);
    await petro.presses({ message: card, label: 'Не наше' }, here());
    const whose = await sees(petro, /Чиє звернення/, card);
    await petro.presses({ message: whose, label: 'управління «Міськшлях»' }, here(card));
    const why = await sees(petro, /чому не ваше/, card);
    await petro.says('Ліхтар на мосту, міст їхній, тел. 067 111 22 33', { ...here(card), replyTo: why });
    await sees(petro, /повернуто модераторам/, card);
    const declined = await seesCard(appeal, /Чиє: управління «Міськшлях»\. Слово за модератором/);
    expect(declined.text).toMatch(/Чому: «Ліхтар на мосту/);
    expect(declined.text).not.toMatch(/у роботі|067/);
    const note = await sees(iryna, /строк не змінився/, card);
    expect(note.text).toContain('Ліхтар на мосту');
    expect(await reload(appeal)).toMatchObject({ needsModerator: true, dueAt: appeal.dueAt });
    expect((await reload(appeal)).executorId).toBeUndefined();
    expect(await noteOf(petro, note, 'Передати: управління «Міськшлях»')).toMatch(/лише модератор/);
    expect(await noteOf(iryna, note, 'Передати: управління «Міськшлях»')).toContain('передано до підрозділу');
    expect(await noteOf(iryna, note, 'Передати: управління «Міськшлях»')).toContain('Нічого не змінено');
    expect(await reload(appeal)).toMatchObject({
      ...{ department: 'roads', needsModerator: false, dueAt: appeal.dueAt },
    });
  });

  it('goes to a colleague, who is told privately; the card shows who has it', async () => {
    const { resident, files, petro, iryna, noteOf, sees, here, seesCard, reload } = scene;
    const { appeal, card } = await files(await resident());
    const other = await files(await resident('Марія'));
    await iryna.starts();
    await iryna.waits(/Відгук/);
    expect(await noteOf(iryna, other.card, 'Взяти')).toContain('Ви взяли');
    expect(await noteOf(petro, card, 'Передати колезі')).toMatch(/той, хто його має/);
    expect(await noteOf(petro, card, 'Взяти')).toContain('Ви взяли');
    const mine = await seesCard(appeal, new RegExp(`Виконавець: ${petro.id}`));
    await petro.presses({ message: mine, label: 'Передати колезі' }, here());
    const list = await sees(petro, /Кому передати/, card);
    expect(await noteOf(petro, mine, 'Передати колезі')).toContain('Список колег уже є');
    expect(list.text).not.toMatch(/Ірина|Бойко/);
    await petro.presses({ message: list, label: `Виконавець ${iryna.id}` }, here(card));
    await sees(petro, /тепер має/, card);
    await seesCard(appeal, new RegExp(`Виконавець: ${iryna.id}`));
    await iryna.waits(/Звернення передано вам/);
    const pressed = list.buttons.flat().find(({ label }) => label === `Виконавець ${iryna.id}`)!.token!;
    const again = await petro.forges(pressed, list, { in: scene.group });
    expect((await petro.waitsAnswer(again)).text).toMatch(/той, хто його має/);
    expect((await reload(appeal)).executorId).toBe(`telegram-${iryna.id}`);
    expect((await reload(appeal)).events.filter(({ type }) => type === 'appeal.assigned')).toHaveLength(1);
  });

  it('asks the citizen for details and shows what they say, words and photo', async () => {
    const { resident, files, petro, sees, here, seesCard } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await petro.presses({ message: card, label: 'Запитати' }, here());
    const asked = await sees(petro, /що запитати/, card);
    await petro.sendsPhoto({ caption: 'З якого боку будинку?' }, { ...here(card), replyTo: asked });
    const sure = await sees(petro, /Надіслати\?/, card);
    expect(sure.id).toBe(asked.id);
    await petro.presses({ message: sure, label: 'Надіслати' }, here(card));
    await sees(petro, /надіслано заявнику/, card);
    await seesCard(appeal, /чекаємо на заявника/);
    const question = await sees(olena, /З якого боку будинку\?/);
    expect(question.media?.kind).toBe('photo');
    await isKnown(scene.town, question);
    await olena.sendsPhoto({ caption: 'З боку двору, дзвоніть 067 111 22 33' }, { replyTo: question });
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    await sees(olena, /Додано/);
    const note = await sees(petro, /Заявник доповнив/, card);
    expect(note.text).toContain('З боку двору');
    expect(note.text).not.toContain('067');
    expect(note.media?.kind).toBe('photo');
    expect(note.threadId).toBe(card.threadId);
    if (!hasTopics) expect(note.replyTo).toBe(card.id);
    await until(async () => (await scene.reload(appeal)).status === 'in_progress', 'the detail is kept');
  });
});
