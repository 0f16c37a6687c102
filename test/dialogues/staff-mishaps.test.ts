import { aScene, type Scene } from './staff-scene';

jest.setTimeout(120_000);

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: true });
});
afterAll(() => scene.stop());

describe('an album as an answer', () => {
  it('becomes one draft and one screen, and reaches the citizen whole', async () => {
    const { resident, files, petro, here, sees, groupTexts } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    await petro.sendsAlbum([{ caption: 'Замінили лампу й плафон.' }, {}, {}], {
      ...here(card),
      replyTo: card,
    });
    const screen = await sees(petro, /Файлів: 3/, card);
    expect(screen.text).toContain('Замінили лампу й плафон.');
    expect(groupTexts().filter((text) => /Чим закінчилося/.test(text))).toHaveLength(1);
    await petro.presses({ message: screen, label: 'Виконано' }, here(card));
    await sees(petro, /Перевірте/, card);
    await petro.presses({ message: screen, label: 'Надіслати' }, here(card));
    await sees(olena, /Питання вирішено\?/);
    expect(olena.messages().filter(({ byBot, media }) => byBot && media?.kind === 'photo')).toHaveLength(3);
  });
});

describe('a topic deleted while its answer is being written', () => {
  it('lets the answer go on in the group itself, and reach the citizen', async () => {
    const { resident, files, petro, group, here, sees, telegram } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    telegram.faults.nextCalls('sendMessage', 1, { delayMs: 1_500, chatId: group.id });
    await petro.says('Ліхтар полагоджено.', { ...here(card), replyTo: card });
    group.deletesTopic(card.threadId!);
    const screen = await petro.waits(
      ({ text, threadId }) => /Ліхтар полагоджено[^]*Чим закінчилося/.test(text) && !threadId,
      here(),
    );
    await petro.presses({ message: screen, label: 'Виконано' }, here());
    await petro.waits(({ id, text }) => id === screen.id && /Перевірте/.test(text), here());
    await petro.presses({ message: screen, label: 'Надіслати' }, here());
    expect((await sees(olena, /Питання вирішено\?/)).text).toContain('Ліхтар полагоджено.');
  });

  it('keeps what was written: the same button brings it back', async () => {
    const { resident, files, petro, group, here, sees } = scene;
    const { appeal, card } = await files(await resident());
    await petro.says('Половину вулиці вже освітлено.', { ...here(card), replyTo: card });
    await sees(petro, /Чим закінчилося/, card);
    group.deletesTopic(card.threadId!);
    await petro.says(`/find ${appeal.number}`, here());
    const found = await petro.waits(/Знайдено/, here());
    await petro.presses({ message: found, label: appeal.number }, here());
    const again = await petro.waits(
      ({ text, buttons, threadId }) =>
        text.includes(appeal.number) &&
        !threadId &&
        buttons.flat().some(({ label }) => label === 'Відповісти'),
      here(),
    );
    await petro.presses({ message: again, label: 'Відповісти' }, here());
    await petro.waits(
      ({ text, threadId }) => /Половину вулиці[^]*Чим закінчилося/.test(text) && !threadId,
      here(),
    );
  });
});
