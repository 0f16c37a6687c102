import { aCitizenScene, labels, MODES, TOWN_MS, type CitizenScene, type Resident } from './citizen-scene';

jest.setTimeout(TOWN_MS);

describe.each(MODES)('writing an appeal (%s)', (mode) => {
  let scene: CitizenScene;
  let olena: Resident;
  beforeAll(async () => {
    scene = await aCitizenScene({ mode });
  });
  afterAll(() => scene?.stop());
  beforeEach(() => {
    olena = scene.resident();
  });
  const fieldsOf = async () => (await scene.draftsOf(olena)).at(-1)?.fields as Record<string, unknown>;
  const textOf = async () =>
    ((await fieldsOf()).pieces as { text: string }[] | undefined)?.map(({ text }) => text).join(' | ');

  describe('the start', () => {
    it('offers the four things people want, the likeliest first', async () => {
      const start = await olena.says('/start', /Відгук/);
      expect(labels(start)).toEqual([
        ['Нове звернення'],
        ['Мої звернення'],
        ['Як це працює'],
        ['English', 'Жива людина'],
      ]);
      expect(labels(await olena.taps('Нове звернення', /Розкажіть/))).toEqual([['Скасувати']]);
      await olena.taps('Скасувати', /нічого не записано/);
      await olena.taps('На початок', /Відгук/);
      await olena.taps('Мої звернення', /поки немає/);
      await olena.taps('Назад', /Відгук/);
      await olena.taps('Як це працює', /напишіть номер або слова/);
      await olena.taps('Жива людина', /15-80/);
    });

    it('opens what a link names', async () => {
      const appeal = await scene.registered(olena);
      await olena.says('/start new', /Розкажіть/);
      await olena.says('/start my', new RegExp(appeal.number));
      await olena.says(`/start a-${appeal.id}`, /Стан: прийнято/);
      await olena.says('/start whatever-else', /Тут можна повідомити/);
    });

    it('takes words out of the blue for an appeal, but not a greeting or thanks', async () => {
      await olena.says('Добрий день', /Відгук/);
      await olena.says('дякую!', /Будь ласка/);
      expect((await scene.draftsOf(olena)).map(({ state }) => state as string)).toEqual([
        'cancelled',
        'cancelled',
      ]);
      await olena.says('вибоїна на дорозі біля школи', /Схоже/);
      expect(await textOf()).toBe('вибоїна на дорозі біля школи');
    });

    it('takes a point on the map out of the blue for the place of an appeal', async () => {
      await olena.does((one) => one.sharesPlace(49.4742, 31.5103), /Розкажіть/);
      await olena.says('ліхтарі горять удень', /Схоже/);
      await olena.taps('Освітлення вдень або не вчасно', /фото/);
      expect((await fieldsOf()).place).toMatchObject({ kind: 'location', district: 'central' });
    });

    it('says kindly what it cannot read', async () => {
      await olena.does((one) => one.sendsSticker(), /прочитати не можу/);
      await olena.does((one) => one.sharesContact(), /Номер попрошу/);
    });
  });

  describe('the text', () => {
    it('is joined from several messages', async () => {
      await olena.says('не горить ліхтар', /Схоже/);
      await olena.says('на розі біля аптеки', /Додано до тексту/);
      await olena.says('вже третю добу', /Додано до тексту/);
      expect(await textOf()).toBe('не горить ліхтар | на розі біля аптеки | вже третю добу');
    });

    it('needs words: an emoji or a sticker is refused with an example', async () => {
      await olena.says('/new', /Розкажіть/);
      await olena.says('😡😡😡', /кількома словами/);
      await olena.does((one) => one.sendsSticker(), /Тут потрібні слова/);
      await olena.does((one) => one.sharesContact(), /Тут потрібні слова/);
    });

    it('takes 10,000 characters and refuses what is too much, keeping the rest', async () => {
      const long = 'тут дуже темно і страшно ходити '.repeat(104).trim();
      await olena.says(long, /Схоже|Записано/);
      await olena.says(long, /Додано/);
      await olena.says(long, /Додано/);
      await olena.says(long, /задовгий/);
      expect((await textOf())?.length).toBe(long.length * 3 + 6);
    });

    it('may be forwarded; a forwarded command is only words', async () => {
      const borys = scene.resident();
      const said = await borys.person.says('/cancel усе це, ліхтар не горить');
      await borys.sees(/Відгук/);
      await olena.says('/new', /Розкажіть/);
      await olena.does((one) => one.forwards(said), /Схоже/);
      expect(await textOf()).toBe('/cancel усе це, ліхтар не горить');
    });

    it('follows an edited message, and an edited caption', async () => {
      await olena.says('/new', /Розкажіть/);
      const said = await olena.person.says('не горить ліхтар');
      await olena.sees(/Схоже/);
      await olena.does((one) => one.edits(said, 'розбитий тротуар'), /текст оновлено/);
      expect(await textOf()).toBe('розбитий тротуар');
      const photo = await olena.person.sendsPhoto({ caption: 'отут видно' });
      await olena.sees(/Додано/);
      await olena.does((one) => one.edits(photo, 'отут видно краще'), /текст оновлено/);
      expect(await textOf()).toBe('розбитий тротуар | отут видно краще');
    });

    it('is asked for after a voice message, which is kept', async () => {
      await olena.does((one) => one.sendsVoice(), /його почує виконавець/);
      await olena.says('не горить ліхтар', /Схоже/);
      expect((await fieldsOf()).files).toMatchObject([{ kind: 'voice' }]);
    });
  });

  describe('the category', () => {
    it('is proposed, found by a word with a typo, by a section, or left to a moderator', async () => {
      const proposed = await olena.says('третя доба не горить ліхтар', /Схоже/);
      expect(labels(proposed)[0]).toEqual(['Не горить ліхтар']);
      expect(labels(proposed).at(-2)).toEqual(['Інше']);
      await olena.taps('Інше', /Напишіть слово/);
      const found = await olena.says('фантан', /знайшлося/);
      expect(labels(found).length).toBeGreaterThan(2);
      await olena.says('абракадабразюзя', /нічого не знайшлося/);
      const inGroup = await olena.taps('Світло і електрика', /Про що саме/);
      expect(labels(inGroup).flat()).toContain('Немає світла вдома');
      await olena.taps('Усі розділи', /Напишіть слово/);
      await olena.says('не знаю', /визначить модератор/);
      expect(await fieldsOf()).toMatchObject({ category: 'street-lamp', isUncertain: true });
    });

    it('asks its own questions: a choice, a number, words; a wrong answer is corrected kindly', async () => {
      await olena.says('велика яма на дорозі', /Схоже/);
      const asked = await olena.taps('Яма на дорозі', /✓ Яма на дорозі\s+Де саме/);
      expect(labels(asked).at(-1)).toEqual(['На потім', 'Назад']);
      await olena.says('та отам', /Виберіть один із варіантів/);
      await olena.says('2', /✓ Перехід чи перехрестя/);
      await olena.says('Назад', /Де саме/);
      await olena.taps('Лишити як є', /завбільшки/);
      await olena.taps('Як тарілка', /✓ Як тарілка\s+Де це/);
      expect(await fieldsOf()).toMatchObject({ 'q-road-spot': 'crossing', 'q-pit-size': 'small' });
    });

    it('takes a typed number for an answer, never for a button', async () => {
      await olena.says('не горить ліхтар', /Схоже/);
      await olena.says('1', /Скільки ліхтарів/);
      await olena.says('багато', /Напишіть число/);
      await olena.says('3', /Який номер на опорі/);
      await olena.says('2', /Де це/);
      expect(await fieldsOf()).toMatchObject({ 'q-lamps': '3', 'q-pole': '2' });
    });
  });

  describe('the place', () => {
    const atPlace = () => scene.drafted(olena, { place: undefined, filesDone: undefined });
    const asked = async () => {
      await atPlace();
      await olena.says('/again', /Де це/);
    };

    it('is a point on the map inside the city', async () => {
      await asked();
      await olena.does((one) => one.sharesPlace(50.45, 30.52), /за межами міста/);
      await olena.does((one) => one.sharesPlace(49.4742, 31.5103), /✓ точка на карті/);
    });

    it('is an address, told back as the city knows it', async () => {
      await asked();
      await olena.says('Миру 18', /✓ вул\. Миру, 18 · Центральний/);
      expect((await fieldsOf()).place).toMatchObject({ label: 'вул. Миру, 18' });
    });

    it('is a landmark', async () => {
      await asked();
      await olena.says('біля ратуші', /✓ Ратуша/);
    });

    it('is chosen among several', async () => {
      await asked();
      const which = await olena.says('Соборна 3', /Яке з цих місць/);
      expect(labels(which).length).toBeGreaterThan(3);
      await olena.says('2', /✓ /);
      expect((await fieldsOf()).place).toMatchObject({ label: labels(which)[1]?.[0] });
    });

    it('is as written when the city knows no such house or street', async () => {
      await asked();
      await olena.says('Миру 999', /має будинки 1–145[^]*999/);
      await olena.says('вулиця Неіснуюченська', /Такої вулиці чи орієнтира в місті не знаю/);
      await olena.taps('Лишити як написано', /✓ вулиця Неіснуюченська/);
    });

    it('may be none', async () => {
      await asked();
      await olena.says('не знаю', /фото/);
      expect((await fieldsOf()).place).toBeNull();
    });

    it('waits while a photo is sent, and the photo is kept', async () => {
      await asked();
      await olena.does((one) => one.sendsPhoto(), /Збережено, додам/);
      await olena.says('Миру 18', /Є 1 файл/);
    });
  });

  describe('the photos', () => {
    const asked = async () => {
      await scene.drafted(olena, { filesDone: undefined, kind: undefined });
      await olena.says('/again', /фото чи документ/);
    };
    const count = async () => ((await fieldsOf()).files as unknown[] | undefined)?.length ?? 0;

    it('come one by one, as documents, and in albums with fewer screens than photos', async () => {
      await asked();
      await olena.does((one) => one.sendsPhoto(), /Є 1 файл/);
      await olena.does((one) => one.sendsDocument({ name: 'akt.pdf' }), /Є 2 файли/);
      const before = olena.heard().length;
      await olena.does((one) => one.sendsAlbum([{}, {}, {}, {}]), /Є 6 файлів/);
      expect(olena.heard().length - before).toBeLessThan(4);
      await olena.says('готово', /Що це для вас/);
      expect(await count()).toBe(6);
    });

    it('are ten at most, and the ten are kept', async () => {
      await asked();
      await olena.does((one) => one.sendsAlbum([{}, {}, {}, {}, {}, {}]), /Є 6 файлів/);
      await olena.does((one) => one.sendsAlbum([{}, {}, {}, {}, {}, {}]), /не більше 10/);
      expect(await count()).toBe(10);
      await olena.taps('Прибрати всі', /фото чи документ/);
      expect(await count()).toBe(0);
    });

    it('may be none, in a word', async () => {
      await asked();
      await olena.says('немає', /Що це для вас/);
      expect(await textOf()).not.toMatch('немає');
    });

    it('are waited for while words join the text', async () => {
      await asked();
      await olena.says('і ще блимає увечері', /Ці слова додано/);
      expect(await textOf()).toMatch('і ще блимає увечері');
      await olena.does((one) => one.sendsSticker(), /потрібне фото або документ/);
      await olena.taps('Без фото', /Що це для вас/);
    });
  });
});
