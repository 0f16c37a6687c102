import { aScene, type Scene } from './staff-scene';

jest.setTimeout(60_000);

let scene: Scene;
beforeEach(async () => {
  scene = await aScene({ hasTopics: true });
});
afterEach(() => scene.stop());

describe('a ready answer', () => {
  it('reaches the citizen as it was previewed, filled in and signed', async () => {
    const { resident, files, petro, here, sees } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    await petro.presses({ message: card, label: 'Відповісти' }, here(card));
    const screen = await sees(petro, /текстом для заявника/, card);
    await petro.presses({ message: screen, label: 'Готові відповіді' }, here(card));
    await sees(petro, /Виберіть готову відповідь/, card);
    await petro.presses({ message: screen, label: 'Лампу замінено' }, here(card));
    const preview = await sees(petro, /Перевірте/, card);
    expect(preview.id).toBe(screen.id);
    expect(preview.text).toMatch(/роботу виконано:.*Лампу замінено.*вул\. Миру, 18.*Підписано: \p{Lu}/su);
    await petro.presses({ message: screen, label: 'Надіслати' }, here(card));
    const answer = await sees(olena, /Питання вирішено\?/);
    expect(answer.text).toMatch(/роботу виконано:.*Лампу замінено.*вул\. Миру, 18.*Підписано: \p{Lu}/su);
  });
});
