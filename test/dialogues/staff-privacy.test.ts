import type { Seen } from '../../sandbox/fake-telegram/seen';
import { aScene, until, type Scene } from './staff-scene';

jest.setTimeout(120_000);

const PHONE = /\+380671112233/;

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: false });
});
afterAll(() => scene.stop());

const audited = (appealId: string): Promise<{ by: string; facts: { reason: string } }[]> =>
  scene.town.mongo
    .collection<{ by: string; facts: { reason: string }; what: string; about: string }>('audit')
    .find({ what: 'contact.shown', about: appealId })
    .toArray();

describe('a resident’s contact', () => {
  it('goes to the one who has the case, in their own chat, and is recorded with the reason', async () => {
    const { resident, files, petro, sees, here, noteOf, groupTexts } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    expect(await noteOf(petro, card, 'Контакт')).toMatch(/виконавець, у якого звернення/);
    await noteOf(petro, card, 'Взяти');

    await petro.presses({ message: card, label: 'Контакт' }, here());
    const why = await sees(petro, /Навіщо вам контакт/, card);
    await petro.presses({ message: why, label: 'Уточнити телефоном' }, here());
    await sees(petro, /Бот ще не може вам писати/, card);

    await petro.starts();
    await sees(petro, /Відгук/);
    await petro.presses({ message: card, label: 'Контакт' }, here());
    const again = await petro.waits(
      ({ id, text }) => id !== why.id && /Навіщо вам контакт/.test(text),
      here(),
    );
    await petro.says('домовитися про драбину, тел. 067 111 22 33', { ...here(card), replyTo: again });
    await sees(petro, /надіслано вам в особистий чат/, card);
    const contact = await sees(petro, PHONE);
    expect(contact.text).toMatch(/Коваль Олена Петрівна[^]*Миру, 18, кв\. 5/);
    expect(groupTexts().filter((text) => PHONE.test(text) || text.includes('Петрівна'))).toEqual([]);
    const reasons = (await audited(appeal.id)).map(({ by, facts }) => [by, facts.reason]);
    expect(reasons).toEqual([
      [`telegram-${petro.id}`, 'Уточнити телефоном'],
      [`telegram-${petro.id}`, 'домовитися про драбину, тел. •••'],
    ]);
  });

  it('is for the controller alone once the resident hides their name', async () => {
    const { resident, files, petro, iryna, sees, here, noteOf } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await noteOf(petro, card, 'Взяти');
    await olena.says('/me');
    await sees(olena, /Що ми про вас знаємо/);
    await olena.presses('Приховати від виконавця');
    await sees(olena, /контакти приховано/);

    await petro.presses({ message: card, label: 'Контакт' }, here());
    const why = await petro.waits(({ text }) => text.includes(appeal.number) && /Навіщо/.test(text), here());
    await petro.presses({ message: why, label: 'Надіслати документ' }, here());
    await sees(petro, /приховав ім’я, то лише контролер/, card);
    expect(await audited(appeal.id)).toEqual([]);

    await iryna.starts();
    await sees(iryna, /Відгук/);
    await iryna.says(`/find ${appeal.number}`);
    await sees(iryna, /Знайдено/);
    await iryna.presses(appeal.number);
    await iryna.waits(({ buttons }) => buttons.flat().some(({ label }) => label === 'Контакт'));
    await iryna.presses('Контакт');
    await sees(iryna, /Навіщо вам контакт/);
    await iryna.presses('Домовитися про огляд');
    await sees(iryna, PHONE);
    expect(await audited(appeal.id)).toMatchObject([{ by: `telegram-${iryna.id}` }]);
  });
});

describe('pictures with faces', () => {
  it('leave the group at a moderator’s word, come to a controller alone, and come back', async () => {
    const { resident, files, petro, iryna, sees, here, noteOf, group, town } = scene;
    const olena = await resident();
    const sent = [await olena.sendsPhoto(), await olena.sendsPhoto()];
    const attachments = sent.map(({ media }, index) => {
      return { id: `photo-${index}`, kind: 'photo', messenger: 'telegram', fileId: media!.fileId } as const;
    });
    const { appeal, card } = await files(olena, { attachments });
    const isPicture = ({ byBot, media, id }: Seen) => byBot && media?.kind === 'photo' && id > card.id;
    const pictures = () => group.messages().filter(isPicture);
    await until(() => Promise.resolve(pictures().length === 2), 'both pictures are in the group');
    const [first] = pictures();
    await until(
      async () =>
        (await town.mongo.collection('shownPictures').countDocuments({ appealId: appeal.id })) === 2,
      'where they stand is known',
    );
    expect(await noteOf(petro, card, 'Сховати фото')).toMatch(/лише модератор/);

    await iryna.says('/hide видно номер авто', { ...here(), replyTo: first! });
    const list = await sees(iryna, /Сховано у[^]*1\. Фото · сховано[^]*2\. Фото/, card);
    await until(() => Promise.resolve(pictures().length === 1), 'the picture is deleted');
    await sees(olena, /Модератор сховав 1 ваш файл[^]*видно номер авто[^]*лише контролер/);
    await scene.seesCard(appeal, /1 файл сховано/);

    await iryna.starts();
    await sees(iryna, /Відгук/);
    expect(await noteOf(iryna, list, 'Оригінал 1')).toMatch(/особистий чат/);
    await iryna.waits(({ media }) => media?.fileId === sent[0]!.media!.fileId);
    await iryna.says(`/find ${appeal.number}`);
    await sees(iryna, /Знайдено/);
    await iryna.presses(appeal.number);
    await iryna.waits(({ buttons }) => buttons.flat().some(({ label }) => label === 'Сховати фото'));
    await iryna.presses('Історія');
    await sees(iryna, /модератор сховав фото/);
    await iryna.presses('PDF');
    await iryna.waits(({ media }) => media?.kind === 'document', { timeoutMs: 20_000 });
    await iryna.presses({ message: list, label: 'Показати 1' }, here());
    await until(() => Promise.resolve(pictures().length === 2), 'the picture is back');
    await sees(olena, /1 ваш файл знову бачать/);
    await iryna.says(`/hide ${appeal.number} 9`, here());
    await sees(iryna, /Такого фото/, card);
  });
});
