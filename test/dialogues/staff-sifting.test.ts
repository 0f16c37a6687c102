import { aScene, type Scene } from './staff-scene';

jest.setTimeout(120_000);

let scene: Scene;
beforeEach(async () => {
  scene = await aScene({ hasTopics: false });
});
afterEach(() => scene.stop());

const audited = (about: string) =>
  scene.town.mongo.collection<{ what: string; about: string }>('audit').distinct('what', { about });

describe('what moderators decide about somebody', () => {
  it('puts a moderator before their new appeals on the same term; they learn why, object, and are pardoned', async () => {
    const { resident, files, register, petro, iryna, sees, here, seesCard } = scene;
    const commands = async (command: string, wanted: RegExp, who = iryna) => {
      await who.says(command, here());
      return who.waits(wanted, here());
    };
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await commands(`/strike ${appeal.number} ображає`, /лише модератор/, petro);
    await commands(`/strike ${appeal.number}`, /Наприклад: \/strike/);
    await commands(`/strike ${appeal.number} ображає 900`, /Наприклад: \/strike/);
    await commands(`/slow ${appeal.number} реклама`, /Наприклад: \/slow/);

    await commands(`/strike ${appeal.number} ображає працівників 30`, /Зауваження через[^]*записано/);
    const told = await sees(
      olena,
      /зробив вам зауваження[^]*ображає працівників[^]*строк відповіді той самий/,
    );
    await commands(`/slow ${appeal.number} 14 надсилає рекламу`, /Повільний режим[^]*увімкнено/);
    await sees(olena, /спершу читатиме модератор[^]*надсилає рекламу/);

    const next = await register(olena);
    expect(next).toMatchObject({ needsModerator: true, sifted: ['slow'], status: 'submitted' });
    expect(next.legalDueAt!.getTime() - next.registeredAt.getTime()).toBeGreaterThan(14 * 86_400_000);
    await seesCard(next, /Спершу дивиться модератор[^]*повільному режимі/);

    await olena.presses({ message: told, label: 'Заперечити' });
    await sees(olena, /З чим ви не згодні/);
    await olena.says('Я нікого не ображала');
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    await sees(olena, /Заперечення записано/);
    await sees(iryna, /Заявник заперечує[^]*Я нікого не ображала/, card);

    await commands(`/pardon ${appeal.number} заперечення слушне`, /знято/);
    await sees(olena, /зняв ваші зауваження[^]*заперечення слушне/);
    expect((await register(olena)).needsModerator).toBe(false);
    expect(await audited(appeal.id)).toEqual(['citizen.pardoned', 'citizen.slowed', 'citizen.struck']);
  });
});
