import { aScene, until, type Scene } from './staff-scene';

jest.setTimeout(60_000);

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: true });
});
afterAll(() => scene.stop());

/** Petro's answer as the citizen has it, and the message of his it was written in. */
async function answered(text: string) {
  const { resident, files, petro, sees, here } = scene;
  const olena = await resident();
  const { appeal, card } = await files(olena);
  const words = await petro.says(text, { ...here(card), replyTo: card });
  const screen = await sees(petro, /Чим закінчилося/, card);
  await petro.presses({ message: screen, label: 'Виконано' }, here(card));
  await sees(petro, /Перевірте/, card);
  await petro.presses({ message: screen, label: 'Надіслати' }, here(card));
  const sent = await petro.waits(
    ({ id, text: shown }) => id === screen.id && /надіслано/.test(shown),
    here(card),
  );
  const answer = await sees(olena, /Питання вирішено\?/);
  return { olena, appeal, card, words, sent, answer };
}

describe('a sent answer', () => {
  it('follows the official’s own message, and the citizen’s «not solved» about it still counts', async () => {
    const { petro, sees, here, reload, seesCard } = scene;
    const { olena, appeal, card, words, answer } = await answered('Лампу замінино.');
    await petro.edits(words, 'Лампу замінено.');
    const preview = await petro.waits(/Так побачить[^]*Лампу замінено\./, here(card));
    await petro.presses({ message: preview, label: 'Надіслати' }, here(card));
    await sees(petro, /виправлено\. Заявник дізнається/, card);
    const mended = await olena.waits(({ id, text }) => id === answer.id && /Лампу замінено\.[^]*Виправлено/.test(text), { timeoutMs: 20_000 }); // prettier-ignore
    await sees(olena, /Місто виправило відповідь/);
    await seesCard(appeal, /Відповідь виправлено/);
    await olena.presses({ message: mended, label: 'Ні, не вирішено' });
    await sees(olena, /Що не так|не вирішено/);
    await olena.says('Досі темно');
    await olena.waits(/Надіслати\?/, { timeoutMs: 20_000 });
    await olena.presses('Надіслати');
    await until(async () => (await reload(appeal)).status === 'rework', 'the rework');
    await petro.edits(words, 'Лампу замінено двічі.');
    await sees(petro, /уже сказав своє слово/, card);
  });

  it('is mended by its button, with a photo of the fix, and refused once the citizen agreed', async () => {
    const { petro, sees, here, noteOf, reload } = scene;
    const { olena, appeal, card, sent } = await answered('Ліхтар горить.');
    await petro.presses({ message: sent, label: 'Виправити' }, here(card));
    const asked = await sees(petro, /Зараз у заявника[^]*Ліхтар горить/, card);
    await petro.sendsPhoto({}, { ...here(card), replyTo: asked });
    await petro.waits(
      ({ id, text }) => id === asked.id && /Так побачить[^]*Ліхтар горить/.test(text),
      here(card),
    );
    await petro.presses({ message: asked, label: 'Надіслати' }, here(card));
    await sees(petro, /виправлено/, card);
    expect((await sees(olena, /додало файли/)).media?.kind).toBe('photo');
    const answer = olena.messages().findLast(({ text }) => /Питання вирішено\?/.test(text))!;
    await olena.presses({ message: answer, label: 'Так, вирішено' });
    await until(async () => (await reload(appeal)).status === 'closed', 'the appeal is closed');
    expect(await noteOf(petro, sent, 'Виправити')).toMatch(/уже сказав своє слово/);
    expect((await reload(appeal)).answers).toHaveLength(1);
  });
});

describe('a note for colleagues', () => {
  it('is on the card and in the office’s history, never before the citizen', async () => {
    const { resident, files, petro, sees, here, seesCard } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await petro.presses({ message: card, label: 'Нотатка' }, here(card));
    const asked = await sees(petro, /що мають знати колеги/, card);
    await petro.says('Ключ від щитової у вахтера', { ...here(card), replyTo: asked });
    await sees(petro, /Нотатку до/, card);
    await seesCard(appeal, /Ключ від щитової/);
    await petro.presses({ message: card, label: 'Історія' }, here(card));
    await sees(petro, /нотатка для своїх Ключ від щитової/, card);
    await olena.forges(`h.${appeal.id}`, olena.screen()!);
    const history = await sees(olena, /прийнято/);
    expect(history.text).not.toMatch(/нотатка|Ключ/);
    expect(olena.messages().filter(({ text }) => /щитової/.test(text))).toEqual([]);
  });
});
