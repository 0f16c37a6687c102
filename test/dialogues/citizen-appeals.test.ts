import { city } from '../support/sample-city';
import { aCitizenScene, CONSENT, labels, MODES, TOWN_MS, type CitizenScene, type Resident } from './citizen-scene'; // prettier-ignore

jest.setTimeout(TOWN_MS);

describe.each(MODES)('my appeals and my data (%s)', (mode) => {
  let scene: CitizenScene;
  let olena: Resident;
  beforeAll(async () => {
    scene = await aCitizenScene({ mode });
  });
  afterAll(() => scene?.stop());
  beforeEach(() => {
    olena = scene.resident();
  });
  const mine = async () => (await scene.appealsOf(olena))[0]!;

  it('are listed by pages, the newest first', async () => {
    const numbers: string[] = [];
    for (let count = 0; count < 7; count += 1) numbers.unshift((await scene.registered(olena)).number);
    const first = await olena.says('/my', /У вас 7 звернень/);
    expect(numbers.filter((number) => first.text.includes(number))).toEqual(numbers.slice(0, 5));
    expect(labels(first).flat()).not.toContain('← Новіші');
    const second = await olena.taps('Старіші →', new RegExp(numbers[6]!));
    expect(second.text).not.toContain(numbers[0]!);
    expect(labels(second).flat()).not.toContain('Старіші →');
    await olena.taps('← Новіші', new RegExp(numbers[0]!));
  });

  it('each have a card and a history', async () => {
    const { number } = await scene.registered(olena, 'ліхтарі горять удень і вночі');
    await olena.says('/my', /У вас 1 звернення/);
    const card = await olena.says('1', /Стан: прийнято/);
    expect(card.text).toMatch(/ліхтарі горять удень і вночі/);
    expect(card.text).toMatch(/Відповідь буде до/);
    await olena.taps('Історія', new RegExp(`${number} · що відбулося[^]*прийнято`));
    await olena.taps('Відкрити', /Стан: прийнято/);
    await olena.taps('Назад', /У вас 1 звернення/);
  });

  it('take a detail in words and a photo, after a look at it', async () => {
    const { id, number } = await scene.registered(olena);
    await olena.says(`/start a-${id}`, /Стан/);
    await olena.taps('Доповнити', /Напишіть, що додати/);
    await olena.does((one) => one.sendsSticker(), /потрібні слова або фото/);
    await olena.says('з боку двору', /з боку двору[^]*Надіслати\?/);
    await olena.does((one) => one.sendsPhoto(), /Файлів: 1/);
    await olena.taps('Надіслати', new RegExp(`Додано до звернення ${number}`));
    const appeal = await mine();
    expect(appeal.events.map(({ type }) => type)).toEqual(['appeal.submitted', 'appeal.detail_added']);
    expect(appeal.attachments).toHaveLength(1);
  });

  it('leave no draft behind when a detail is not written after all', async () => {
    const { id } = await scene.registered(olena);
    await olena.says(`/start a-${id}`, /Стан/);
    await olena.taps('Доповнити', /Напишіть, що додати/);
    const left = await olena.taps('Скасувати', /нічого не записано/);
    expect(labels(left).flat()).toEqual(['Відкрити', 'На початок']);
    const list = await olena.says('/my', /У вас 1 звернення/);
    expect(list.text).not.toMatch(/недописане/);
  });

  it('are withdrawn after a question', async () => {
    const { id } = await scene.registered(olena);
    await olena.says(`/start a-${id}`, /Стан/);
    await olena.taps('Відкликати', /Скасувати це не можна/);
    await olena.taps('Назад', /Стан: прийнято/);
    await olena.taps('Відкликати', /Скасувати це не можна/);
    await olena.taps('Так, відкликати', /відкликано/);
    expect(await mine()).toMatchObject({ status: 'withdrawn' });
    const card = await olena.taps('Відкрити', /Стан: відкликано/);
    expect(labels(card).flat()).not.toContain('Доповнити');
  });

  it('follow the message that is edited after sending', async () => {
    await olena.says('/new', /Розкажіть/);
    const said = await olena.person.says('ліхтарі горять удень');
    await olena.sees(/Схоже/);
    await olena.taps('Освітлення вдень або не вчасно', /Де це/);
    await olena.says('немає', /фото/);
    await olena.says('нема фото', /Що це для вас/);
    await olena.says('1', /Погоджуєтеся/);
    await olena.says('ні', /Перевірте/);
    await olena.taps('Надіслати', /прийнято/);
    await olena.does((one) => one.edits(said, 'ліхтарі горять удень на Садовій'), /передано виконавцю/);
    expect((await mine()).pieces).toMatchObject([{ text: 'ліхтарі горять удень на Садовій' }]);
  });

  it('are nobody else’s: a forged press changes nothing and tells nothing', async () => {
    const { id } = await scene.registered(olena, 'таємниця');
    const borys = scene.resident();
    const start = await borys.says('/start', /Відгук/);
    for (const token of [`a.${id}`, `h.${id}`, `wdy.${id}`, `add.${id}`, `ok.${id}.1`, `star.${id}.1`])
      await borys
        .says('/start', /Відгук/)
        .then((menu) => borys.does((one) => one.forges(token, menu), /Такого звернення немає/));
    await borys.says(`/start a-${id}`, /Такого звернення немає/);
    expect(
      borys
        .heard()
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/таємниця/);
    expect((await mine()).events).toHaveLength(1);

    const draftId = await scene.drafted(olena);
    const press = await borys.person.forges(`d.${draftId}.send.send`, start);
    expect((await borys.person.waitsAnswer(press, 20_000)).text).toMatch(/чернетки вже немає/);
    await borys.does((one) => one.forges(`resume.${draftId}`, start), /чернетки вже немає/);
    await borys.does((one) => one.forges('d..!x', start), /Відгук|вже не діє/);
    expect(await scene.appealsOf(olena)).toHaveLength(1);
  });

  describe('my data', () => {
    const KNOWN = {
      consent: { ...CONSENT, version: city.privacyNotice.version },
      name: 'Коваль Олена Петрівна',
      residence: 'Миру, 18, кв. 5',
    };

    it('are shown and corrected one by one', async () => {
      await scene.known(olena, KNOWN);
      const me = await olena.says('/me', /Коваль Олена Петрівна/);
      expect(me.text).toMatch(/Миру, 18, кв\. 5/);
      await olena.taps('Ім’я', /прізвище/);
      await olena.says('Олена', /Потрібні прізвище/);
      await olena.says('Коваленко Олена Петрівна', /Дані виправлено[^]*Коваленко/);
      await olena.taps('Телефон', /Поділіться номером/);
      await olena.taps('Поділитися номером', /Дані виправлено[^]*\+380671112233/);
      await olena.taps('Пошта', /пошту/);
      await olena.taps('Скасувати', /нічого не записано/);
      expect(await scene.citizenOf(olena)).toMatchObject({ name: 'Коваленко Олена Петрівна' });
    });

    it('say who the person is only as long as they want', async () => {
      await scene.known(olena, KNOWN);
      await olena.says('/me', /Пільги: не вказано[^]*Заняття: не вказано/);
      await olena.taps('Пільги', /закон велить вислухати першими/);
      await olena.says('інопланетянин', /Виберіть один із варіантів/);
      await olena.taps('Багатодітна сім’я', /Дані виправлено[^]*Пільги: Багатодітна сім’я/);
      await olena.taps('Заняття', /лише для звіту міста/);
      await olena.says('пенсіонер', /Дані виправлено[^]*Заняття: Пенсіонер/);
      expect(await scene.citizenOf(olena)).toMatchObject({
        authorCategory: 'large_family',
        socialStatus: 'pensioner',
      });
      await olena.taps('Пільги', /можна потім прибрати/);
      await olena.taps('Не вказувати', /Дані виправлено[^]*Пільги: не вказано/);
      expect(await scene.citizenOf(olena)).toMatchObject({ authorCategory: 'none' });
    });

    it('are not written without consent', async () => {
      await olena.says('/me', /ще не давали/);
      await olena.taps('Ім’я', /Погоджуєтеся/);
      await olena.taps('Не погоджуюсь', /нічого не змінено/);
      expect(await scene.citizenOf(olena)).not.toHaveProperty('name');
    });
  });
});
