import { aScene, until, type Scene } from './staff-scene';

jest.setTimeout(120_000);

let scene: Scene;
beforeEach(async () => {
  scene = await aScene({ hasTopics: false });
});
afterEach(() => scene.stop());

describe('who changed their account', () => {
  it('gets the appeals back by the same phone, from the old account or by a moderator; others learn nothing', async () => {
    const { resident, register, sees, iryna, town, reload } = scene;
    const asks = async (firstName: string) => {
      const person = await resident(firstName);
      await person.says('/moved');
      await sees(person, /Поділіться номером/);
      await person.sharesContact({ phone: '+380671112233', firstName: 'Інша', userId: 5 });
      await sees(person, /контакт іншої людини/);
      await person.sharesContact();
      await sees(person, /Напишіть прізвище/);
      await person.says('Коваль Олена Петрівна');
      return { person, told: (await sees(person, /Запит прийнято/)).text };
    };
    const { told: toNobody } = await asks('Чужа');
    const olena = await resident();
    const appeal = await register(olena);

    const { person: second, told } = await asks('Олена нова');
    expect(told).toBe(toNobody);
    const question = await sees(olena, /Це ви\?/);
    await olena.presses({ message: question, label: 'Так, це я' });
    await sees(olena, /перенесено на інший акаунт/);
    await sees(second, /Ваші звернення перенесено сюди/);
    expect((await reload(appeal)).citizenId).toBe(`telegram-${second.id}`);
    await olena.says('/my');
    await olena.waits(({ text }) => !text.includes(appeal.number) && /звернен/i.test(text));

    await second.blocksBot();
    const isKnown = { _id: `telegram-${second.id}` as never, isReachable: false };
    await until(
      async () => (await town.mongo.collection('citizens').countDocuments(isKnown)) > 0,
      'it is gone',
    );
    const { person: third } = await asks('Олена третя');
    await iryna.starts();
    await sees(iryna, /потребує|Потрібне ваше рішення/);
    await iryna.presses('Переглянути');
    const list = await sees(
      iryna,
      /Ім’я, яке назвали, збігається[^]*писати не можна|збігається[^]*написати не можна/,
    );
    expect(list.text).not.toMatch(/380671112233|Коваль/);
    await iryna.presses('Підтвердити 1');
    await sees(iryna, /Чому ви підтверджуєте/);
    await iryna.says('ім’я збігається, старий акаунт видалено');
    await sees(iryna, /Перенесено\. Обидва/);
    await sees(third, /перенесено сюди/);
    expect((await reload(appeal)).citizenId).toBe(`telegram-${third.id}`);
  });
});
