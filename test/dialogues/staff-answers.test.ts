import type { Seen } from '../../sandbox/fake-telegram/seen';
import { aScene, type Scene } from './staff-scene';

jest.setTimeout(60_000);

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: true });
});
afterAll(() => scene.stop());

/** Replies to the card and chooses how it ended. */
async function begins(card: Seen, text: string, outcome: string): Promise<Seen> {
  const { petro, here, sees } = scene;
  await petro.says(text, { ...here(card), replyTo: card });
  const screen = await sees(petro, /Чим закінчилося/, card);
  await petro.presses({ message: screen, label: outcome }, here(card));
  return screen;
}

async function sends(card: Seen, screen: Seen): Promise<void> {
  const { petro, here, sees } = scene;
  await petro.presses({ message: screen, label: 'Надіслати' }, here(card));
  await sees(petro, /надіслано заявнику/, card);
}

describe('an answer', () => {
  it.each([
    ['Виконано', /роботу виконано:/],
    ['Виконано частково', /виконано частково/],
    ['Роз’яснено', /Пояснення дає/],
  ])('«%s» reaches the citizen as it was previewed', async (outcome, said) => {
    const { resident, files, petro, sees, seesCard } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    const screen = await begins(card, 'Лампу замінено 23 листопада.', outcome);
    const preview = await sees(petro, /Перевірте/, card);
    expect(preview.id).toBe(screen.id);
    expect(preview.text).toMatch(said);
    await sends(card, screen);
    const answer = await sees(olena, /Питання вирішено\?/);
    expect(answer.text).toContain('Лампу замінено 23 листопада.');
    expect(answer.text).toMatch(said);
    expect(answer.text).toMatch(/Підписано: \p{Lu}/u);
    await seesCard(appeal, /слово за заявником/);
  });

  it('that refuses needs its ground, and the citizen learns how to challenge it', async () => {
    const { resident, files, petro, sees, here } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    const screen = await begins(card, 'Ліхтар належить підприємству.', 'Відмова');
    const asked = await sees(petro, /на якій підставі/, card);
    await petro.says('ні', { ...here(card), replyTo: asked });
    await sees(petro, /підставу словами/, card);
    await petro.says('Стаття 7 закону: не належить до повноважень', { ...here(card), replyTo: asked });
    const preview = await sees(petro, /Перевірте/, card);
    expect(preview.text).toMatch(/оскаржити/);
    await sends(card, screen);
    const answer = await sees(olena, /Питання вирішено\?/);
    expect(answer.text).toContain('Підстава: Стаття 7 закону');
    expect(answer.text).toMatch(/оскаржити\. Скаргу розглядає[^]*до суду/);
  });

  it('that plans needs a coming day, said in words', async () => {
    const { resident, files, petro, sees, here } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    const screen = await begins(card, 'Замінимо під час ремонту.', 'Заплановано');
    const asked = await sees(petro, /датою/, card);
    await petro.says('колись', { ...here(card), replyTo: asked });
    await sees(petro, /Напишіть день/, card);
    await petro.says('1 листопада 2026', { ...here(card), replyTo: asked });
    await sees(petro, /уже минув/, card);
    await petro.says('7 грудня', { ...here(card), replyTo: asked });
    await sees(petro, /Перевірте/, card);
    await sends(card, screen);
    const promised = await sees(olena, /Заплановано на 7 грудня[^]*У цей день я спитаю/);
    expect(promised.buttons.flat().map(({ label }) => label)).toEqual(['План не влаштовує', 'Відкрити']);
    await olena.presses('План не влаштовує');
    await sees(olena, /Що не так/);
  });

  it('takes a photo from the reply and from the preview, and gives both to the citizen', async () => {
    const { resident, files, petro, sees, here } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    await petro.sendsPhoto({ caption: 'Ось новий ліхтар.' }, { ...here(card), replyTo: card });
    const screen = await sees(petro, /Чим закінчилося/, card);
    expect(screen.text).toContain('Файлів: 1');
    await petro.presses({ message: screen, label: 'Виконано' }, here(card));
    await sees(petro, /Перевірте/, card);
    await petro.says('Приймали вночі.', { ...here(card), replyTo: screen });
    await sees(petro, /Приймали вночі/, card);
    await petro.sendsAlbum([{}, {}], { ...here(card), replyTo: screen });
    await sees(petro, /3 файли/, card);
    await sends(card, screen);
    const answer = await sees(olena, /Питання вирішено\?/);
    expect(answer.text).toMatch(/Ось новий ліхтар\.\s+Приймали вночі\./);
    expect(olena.messages().filter(({ byBot, media }) => byBot && media?.kind === 'photo')).toHaveLength(3);
  });

  it('with one photo is one message', async () => {
    const { resident, files, sees, petro, here } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    await petro.sendsPhoto({ caption: 'Готово, дивіться.' }, { ...here(card), replyTo: card });
    const screen = await sees(petro, /Чим закінчилося/, card);
    await petro.presses({ message: screen, label: 'Виконано' }, here(card));
    await sees(petro, /Перевірте/, card);
    await sends(card, screen);
    expect((await sees(olena, /Питання вирішено\?/)).media?.kind).toBe('photo');
  });

  it('begun by the button may change its outcome and its words, and be dropped and taken up again', async () => {
    const { resident, files, petro, sees, here, noteOf } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    await petro.presses({ message: card, label: 'Відповісти' }, here());
    const screen = await sees(petro, /текстом для заявника/, card);
    expect(await noteOf(petro, card, 'Відповісти')).toContain('вже почали');
    await petro.says('Чернетка думки', { ...here(card), replyTo: screen });
    await sees(petro, /Чим закінчилося/, card);
    await petro.presses({ message: screen, label: 'Відмова' }, here(card));
    await sees(petro, /підставі/, card);
    await petro.says('Не наша вулиця', { ...here(card), replyTo: screen });
    await sees(petro, /Перевірте/, card);
    await petro.presses({ message: screen, label: 'Інший результат' }, here(card));
    await sees(petro, /Чим закінчилося/, card);
    await petro.presses({ message: screen, label: 'Роз’яснено' }, here(card));
    await sees(petro, /Пояснення дає/, card);
    await petro.presses({ message: screen, label: 'Інший текст' }, here(card));
    await sees(petro, /текстом для заявника/, card);
    await petro.says('Ліхтар вимкнено за графіком.', { ...here(card), replyTo: screen });
    await sees(petro, /за графіком/, card);
    await petro.presses({ message: screen, label: 'Скасувати' }, here(card));
    await sees(petro, /скасовано/i, card);
    await petro.presses({ message: screen, label: 'Повернути' }, here(card));
    await sees(petro, /за графіком/, card);
    await sends(card, screen);
    const answer = await sees(olena, /Питання вирішено\?/);
    expect(answer.text).toContain('Ліхтар вимкнено за графіком.');
    expect(answer.text).not.toMatch(/Чернетка думки|Не наша вулиця|оскаржити/);
  });

  it('too long for one message comes whole, its choices last', async () => {
    const { resident, files, petro, sees, here } = scene;
    const olena = await resident();
    const { card } = await files(olena);
    const part = (name: string) => `${name} ${'Працюємо за планом дільниці. '.repeat(110)}`.trim();
    await petro.says(part('Перше.'), { ...here(card), replyTo: card });
    const screen = await sees(petro, /Чим закінчилося/, card);
    await petro.says(part('Друге.'), { ...here(card), replyTo: screen });
    await petro.presses({ message: screen, label: 'Роз’яснено' }, here(card));
    await sees(petro, /Перевірте/, card);
    await sends(card, screen);
    await sees(olena, /Питання вирішено\?/);
    const pieces = olena
      .messages()
      .filter(({ byBot, text }) => byBot && /Працюємо за планом|вирішено\?/.test(text));
    const whole = pieces.map(({ text }) => text).join(' ');
    expect(whole.match(/Працюємо за планом/g)).toHaveLength(220);
    expect(
      pieces
        .at(-1)!
        .buttons.flat()
        .map(({ label }) => label),
    ).toEqual(['Так, вирішено', 'Ні, не вирішено']);
  });
});

describe('two appeals answered side by side', () => {
  it('keep their own words, outcome and citizen', async () => {
    const { resident, files, petro, sees, here } = scene;
    const [olena, maria] = [await resident('Олена'), await resident('Марія')];
    const [first, second] = [(await files(olena)).card, (await files(maria)).card];
    await petro.says('Для Олени', { ...here(first), replyTo: first });
    const one = await sees(petro, /Чим закінчилося/, first);
    await petro.says('Для Марії', { ...here(second), replyTo: second });
    const two = await sees(petro, /Для Марії/, second);
    await petro.says('і ще для Олени', { ...here(first), replyTo: one });
    await petro.waits(({ id, text }) => id === one.id && /і ще для Олени/.test(text), here(first));
    await petro.presses({ message: one, label: 'Роз’яснено' }, here(first));
    await sees(petro, /Перевірте/, first);
    await sends(first, one);
    await petro.presses({ message: two, label: 'Виконано' }, here(second));
    await sees(petro, /Перевірте/, second);
    await sends(second, two);
    const toOlena = await sees(olena, /Питання вирішено\?/);
    expect(toOlena.text).toMatch(/Для Олени\s+і ще для Олени/);
    expect(toOlena.text).not.toContain('Марії');
    expect((await sees(maria, /Питання вирішено\?/)).text).not.toContain('Олени');
  });

  it('may be written in the topic without replying, by whoever pressed the button and only as the first words', async () => {
    const { resident, files, petro, iryna, here, sees, groupTexts } = scene;
    const { card } = await files(await resident());
    await petro.presses({ message: card, label: 'Відповісти' }, here(card));
    await sees(petro, /текстом для заявника/, card);
    const before = groupTexts().length;
    await iryna.says('колеги, хто сьогодні чергує?', here(card));
    await petro.says('Лампу замінено без відповіді на повідомлення.', here(card));
    const screen = await sees(petro, /Чим закінчилося/, card);
    expect(screen.text).toContain('Лампу замінено без відповіді');
    await petro.says('чергую я', here(card));
    await petro.presses({ message: screen, label: 'Виконано' }, here(card));
    const preview = await sees(petro, /Перевірте/, card);
    expect(preview.text).not.toMatch(/чергує/);
    expect(groupTexts().length).toBe(before);
  });
});
