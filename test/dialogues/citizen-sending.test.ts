import { createHash } from 'node:crypto';
import { city } from '../support/sample-city';
import { aCitizenScene, CONSENT, labels, MODES, tokenOf, TOWN_MS, type CitizenScene, type Resident } from './citizen-scene'; // prettier-ignore

jest.setTimeout(TOWN_MS);

describe.each(MODES)('registering and sending (%s)', (mode) => {
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

  describe('registration', () => {
    const asked = async () => {
      await scene.drafted(olena, { consent: undefined });
      return olena.says('/again', /Погоджуєтеся/);
    };
    const agreed = async () => {
      await asked();
      await olena.taps('Погоджуюсь', /Поділіться номером/);
    };

    it('keeps which notice was agreed to: its version, the hash of its words and the day', async () => {
      await agreed();
      await olena.taps('Поділитися номером', /прізвище/);
      await olena.says('Коваль Олена Петрівна', /живете/);
      await olena.says('Миру, 18, кв. 5', /пошту/);
      await olena.says('olena@example.com', /Заявник: Коваль Олена Петрівна/);
      await olena.taps('Надіслати', /прийнято/);
      const citizen = await scene.citizenOf(olena);
      const hash = createHash('sha256').update(city.privacyNotice.texts.uk).digest('hex');
      expect(citizen).toMatchObject({
        phone: '+380671112233',
        name: 'Коваль Олена Петрівна',
        residence: 'Миру, 18, кв. 5',
        email: 'olena@example.com',
        consent: { version: city.privacyNotice.version, hash },
      });
      expect(Math.abs(citizen!.consent!.at.getTime() - scene.town.now().getTime())).toBeLessThan(60_000);
    });

    it('takes only the person’s own contact, never a typed number', async () => {
      await agreed();
      const other = scene.resident();
      await olena.does((one) => one.sharesContact(other.person), /контакт іншої людини/);
      await olena.does((one) => one.sharesContact({ phone: '+380501', firstName: 'Я' }), /іншої людини/);
      await olena.says('067 111 22 33', /лише кнопкою/);
      await olena.does((one) => one.sendsPhoto(), /Збережено, додам/);
      await olena.taps('Пропустити', /прізвище/);
      expect(olena.person.screen()?.keyboard).toBeUndefined();
      expect(await fieldsOf()).toMatchObject({ phone: null, files: [{ kind: 'photo' }] });
    });

    it('corrects a short name, address or e-mail kindly, and lets each be skipped', async () => {
      await agreed();
      await olena.says('Пропустити', /прізвище/);
      await olena.says('Олена', /Потрібні прізвище та ім’я/);
      await olena.says('Коваль Олена', /живете/);
      await olena.says('тут', /повніше/);
      await olena.says('Миру 18', /пошту/);
      await olena.says('не маю пошти зовсім', /olena@example\.com/);
      await olena.says('немає', /Перевірте/);
      expect(await fieldsOf()).toMatchObject({ name: 'Коваль Олена', residence: 'Миру 18', email: null });
    });

    it('declined makes a message without a legal term, and «change» offers it again', async () => {
      await asked();
      const preview = await olena.says('не хочу', /Без прізвища та адреси це буде повідомлення/);
      expect(preview.text).not.toMatch('Законний строк:');
      await olena.taps('Змінити', /Що змінити/);
      await olena.taps('Дані про мене', /Погоджуєтеся/);
      await olena.says('так', /Поділіться номером/);
      await olena.says('Пропустити', /прізвище/);
      await olena.says('Коваль Олена', /живете/);
      await olena.says('Миру 18', /пошту/);
      await olena.says('Пропустити', /Законний строк: до 8 грудня/);
    });

    it('stores nothing about who declined', async () => {
      await asked();
      await olena.taps('Не погоджуюсь', /Перевірте/);
      await olena.taps('Надіслати', /Це повідомлення/);
      const citizen = await scene.citizenOf(olena);
      expect(citizen).not.toHaveProperty('consent');
      expect((await scene.appealsOf(olena))[0]).toMatchObject({ kind: 'message' });
    });

    it('is not asked again for the next appeal', async () => {
      await scene.known(olena, { consent: CONSENT, name: 'Коваль Олена', residence: 'Миру 18' });
      await scene.drafted(olena, { consent: undefined, kind: undefined });
      await olena.says('/again', /Що це для вас/);
      await olena.says('3', /✓ Маю пропозицію\s+Перевірте/);
    });
  });

  describe('the preview', () => {
    const seen = async (fields = {}) => {
      await scene.drafted(olena, fields);
      return olena.says('/again', /Перевірте/);
    };

    it('shows what will be sent and by when', async () => {
      await scene.known(olena, { consent: CONSENT, name: 'Коваль Олена', residence: 'Миру 18' });
      const preview = await seen({ consent: undefined });
      expect(preview.text).toMatch(/Освітлення вдень або не вчасно · Прошу допомогти/);
      expect(preview.text).toMatch(/вул\. Миру, 18/);
      expect(preview.text).toMatch(/Строк: до 30 листопада\nЗаконний строк: до 8 грудня/);
      expect(labels(preview)).toEqual([['Надіслати'], ['Змінити'], ['На потім', 'Скасувати']]);
    });

    it('lets each field be changed and comes back', async () => {
      await scene.known(olena, { consent: CONSENT, name: 'Коваль Олена', residence: 'Миру 18' });
      await seen({ consent: undefined });
      const change = async (label: string, asks: RegExp) => {
        await olena.taps('Змінити', /Що змінити/);
        return olena.taps(label, asks);
      };
      await change('Текст', /замінить попередній/);
      await olena.says('потрібні нові ліхтарі на розі', /«потрібні нові ліхтарі на розі»/);
      await change('Тема', /Схоже/);
      await olena.taps('Нове освітлення', /✓ Нове освітлення\s+Перевірте/);
      await change('Місце', /Де це/);
      await olena.says('Садова 27', /✓ вул\. Садова, 27[^]*Місце: вул\. Садова, 27/);
      await change('Фото', /фото/);
      await olena.does((one) => one.sendsPhoto(), /Є 1 файл/);
      await olena.taps('Готово', /1 файл/);
      await change('Вид звернення', /Що це для вас/);
      expect(labels(await olena.taps('Маю пропозицію', /· Маю пропозицію/))[0]).toEqual(['Надіслати']);
      await change('Місце', /Де це/);
      await olena.taps('Назад', /Місце: вул\. Садова, 27/);
      await olena.taps('Змінити', /Що змінити/);
      await olena.taps('Назад', /Перевірте/);
    });

    it('takes more words and photos, and a typed «так» sends', async () => {
      await seen();
      await olena.says('і ще на сусідній вулиці', /Додано до тексту[^]*сусідній вулиці»/);
      await olena.does((one) => one.sendsPhoto(), /1 файл/);
      await olena.says('так', /прийнято/);
      const [appeal] = await scene.appealsOf(olena);
      expect(appeal?.pieces.at(-1)?.text).toBe('і ще на сусідній вулиці');
      expect(appeal?.attachments).toHaveLength(1);
    });

    it('gives the number and the day at once, and two quick taps make one appeal', async () => {
      const preview = await seen();
      const token = tokenOf(preview, 'Надіслати');
      await Promise.all([olena.person.forges(token, preview), olena.person.forges(token, preview)]);
      const sent = await olena.sees(/прийнято 23 листопада/);
      const [appeal, ...more] = await scene.appealsOf(olena);
      expect(more).toEqual([]);
      expect(sent.text).toContain(appeal!.number);
      expect(sent.text).toMatch(/Відповідь буде до 30 листопада/);
      await olena.says('/my', new RegExp(appeal!.number));
      await olena.does((one) => one.forges(token, preview), /Це вже надіслано/);
      expect(await scene.appealsOf(olena)).toHaveLength(1);
    });
  });

  describe('leaving', () => {
    it('by «later» keeps the draft for «my appeals» and goes on at the same step', async () => {
      await olena.says('не горить ліхтар', /Схоже/);
      await olena.says('1', /Скільки ліхтарів/);
      await olena.says('на потім', /Чернетку збережено/);
      await olena.says('/my', /Є недописане/);
      await olena.taps('Чернетка: не горить ліхтар', /Продовжуємо[^]*Скільки ліхтарів/);
    });

    it('by «cancel» can be taken back', async () => {
      await olena.says('не горить ліхтар', /Схоже/);
      await olena.says('/cancel', /Чернетку скасовано/);
      await olena.says('/my', (seen) => /поки немає/.test(seen.text) && !/недописане/.test(seen.text));
      await olena.says('/cancel', /нічого скасовувати/);
      await olena.taps('Повернути', /Схоже/);
    });

    it('goes back step by step, with what was said kept', async () => {
      await olena.says('яма на дорозі', /Схоже/);
      await olena.taps('Яма на дорозі', /Де саме/);
      await olena.taps('Назад', /Схоже/);
      await olena.taps('Назад', /Розкажіть/);
      await olena.taps('Лишити як є', /Де саме/);
    });
  });

  describe('in English', () => {
    it('leads a person whose phone speaks English from the start to the number', async () => {
      const john = scene.resident('en');
      const start = await john.says('/start', /Tell the city/);
      expect(labels(start).flat()).toContain('Українська');
      await john.taps('New appeal', /Tell us what happened/);
      await john.says('street lamp is out near my house', /It looks like/);
      await john.taps('Street lamp is out', /How many lamps/);
      await john.says('two', /Write a number/);
      await john.says('2', /number is on the pole/);
      await john.taps('Skip', /Where is it/);
      await john.says('Sadova 27', /Садова, 27|Sadova, 27/);
      await john.taps('No photo', /What is this for you/);
      await john.taps('I need help', /Do you agree/);
      await john.says('no', /Please check[^]*law sets no day/);
      await john.taps('Send', /was received on 23 November/);
      for (const { text } of john.heard())
        expect(text.replace(/вул\. Садова|Українська/g, '')).not.toMatch(/Ґ|ї|и[йх]/);
    });

    it('is chosen in the middle, and the same question is asked in it', async () => {
      await olena.says('не горить ліхтар', /Схоже/);
      await olena.says('/language', /Якою мовою/);
      await olena.taps('English', /From now on[^]*It looks like/);
      await olena.taps('Street lamp is out', /How many lamps/);
      expect(await scene.citizenOf(olena)).toMatchObject({ language: 'en' });
    });
  });
});
