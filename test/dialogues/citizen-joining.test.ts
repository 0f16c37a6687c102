import { aScene, isKnown, until, type Scene } from './staff-scene';

jest.setTimeout(90_000);

let scene: Scene;
beforeEach(async () => {
  scene = await aScene();
});
afterEach(() => scene?.stop());

const PLACE = 'вул. Садова, 27';

describe('somebody reports what another has reported', () => {
  it('joins, is answered with the lead under an own number, and says «not solved» for themselves', async () => {
    const { resident, files, sees, answers, petro, appeals, seesCard, reload } = scene;
    const olena = await resident();
    const { appeal: lead, card } = await files(olena, {
      text: 'Олена: темно біля під’їзду, телефон 067 111 22 33',
      label: PLACE,
    });
    const ivan = await resident('Іван');
    await ivan.says('не горить ліхтар');
    await sees(ivan, /Схоже/);
    await ivan.presses('Не горить ліхтар');
    for (const question of [/Скільки/, /опор|стовп/i]) {
      await sees(ivan, question);
      await ivan.presses('Пропустити');
    }
    await sees(ivan, /Де це/);
    await ivan.says('Садова 27');
    const offered = await sees(ivan, /Про це вже повідомили/);
    expect(offered.text).toContain('Не горить ліхтар');
    expect(offered.text).toContain('Садова, 27');
    expect(offered.text).not.toMatch(/Олена|067|під’їзду|Коваль/);
    expect(offered.text).not.toContain(lead.number);
    await ivan.presses('Приєднатися');
    await sees(ivan, /фото/);
    await ivan.presses('Без фото');
    await sees(ivan, /Що це для вас/);
    await ivan.presses('Прошу допомогти');
    await sees(ivan, /Погоджуєтеся/);
    await ivan.presses('Не погоджуюсь');
    await sees(ivan, /Приєднається/);
    await ivan.presses('Надіслати');
    await sees(ivan, /прийнято/);
    const [joiner] = (await appeals.listOf(`telegram-${ivan.id}`, { skip: 0, limit: 1 })).appeals;
    expect(joiner).toMatchObject({ leadId: lead.id });
    const counted = await seesCard(lead, /Приєдналася ще 1 людина/);
    expect(counted.id).toBe(card.id);

    await answers(counted, 'Лампу замінено.');
    const answered = await sees(ivan, /Питання вирішено\?/);
    expect(answered.text).toContain(joiner!.number);
    expect(answered.text).not.toContain(lead.number);
    await sees(olena, /Питання вирішено\?/);
    await olena.presses('Так, вирішено');
    await sees(olena, /оцінюєте/);
    await ivan.presses({ message: answered, label: 'Ні, не вирішено' });
    await sees(ivan, /Що не так/);
    await ivan.says('світить тільки з одного боку');
    await sees(ivan, /Надіслати\?/);
    await ivan.presses('Надіслати');
    await sees(ivan, /повернуто виконавцю/);
    const note = await sees(petro, /світить тільки з одного боку/, counted);
    expect(note.text).toContain(joiner!.number);
    expect((await reload(lead)).status).toBe('closed');
    expect((await reload(joiner!)).status).toBe('rework');
    await isKnown(scene.town, note);
    await petro.says('Виправлено й з другого боку.', { ...scene.here(card), replyTo: note });
    const screen = await sees(petro, /Чим закінчилося/, card);
    await petro.presses({ message: screen, label: 'Виконано' }, scene.here(card));
    await sees(petro, /Перевірте/, card);
    await petro.presses({ message: screen, label: 'Надіслати' }, scene.here(card));
    expect((await sees(ivan, /з другого боку/)).text).toContain(joiner!.number);
    await until(async () => (await reload(joiner!)).answers.length === 2, 'the joiner is answered again');
  });

  it('is told it is their own, with the way to add to it, and may go on', async () => {
    const { resident, files, sees } = scene;
    const olena = await resident();
    const { appeal } = await files(olena, { label: 'вул. Миру, 40' });
    await olena.says('/new');
    await sees(olena, /Розкажіть/);
    await olena.says('не горить ліхтар');
    await sees(olena, /Схоже/);
    await olena.presses('Не горить ліхтар');
    for (const question of [/Скільки/, /опор|стовп/i]) {
      await sees(olena, question);
      await olena.presses('Пропустити');
    }
    await sees(olena, /Де це/);
    await olena.says('Миру 40');
    await sees(olena, /ви вже писали/);
    await olena.presses('Це моє (1)');
    const refused = await sees(olena, /Доповнити/);
    expect(refused.text).toContain(appeal.number);
    await olena.says('ні, моє інше');
    await sees(olena, /фото/);
  });
});
