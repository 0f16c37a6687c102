import { aScene, until, type Scene } from './staff-scene';

jest.setTimeout(90_000);

let scene: Scene;
beforeAll(async () => {
  scene = await aScene({ hasTopics: false });
});
afterAll(() => scene.stop());

/** What the bot answers a moderator's command in the group. */
async function commands(command: string, wanted: RegExp, who = scene.iryna) {
  await who.says(command, scene.here());
  return who.waits(wanted, scene.here());
}

describe('/extend', () => {
  it('gives more time with a reason, and the citizen is told the new day and why', async () => {
    const { resident, files, petro, sees, reload, seesCard } = scene;
    const olena = await resident();
    const { appeal } = await files(olena);
    await commands(`/extend ${appeal.number} 10 деталь`, /керівник підрозділу/, petro);
    for (const nonsense of [
      '',
      ' 1 2 3',
      ` ${appeal.number}`,
      ` ${appeal.number} 10`,
      ` ${appeal.number} колись`,
    ])
      await commands(`/extend${nonsense}`, /Наприклад: \/extend/);
    await commands(`/extend ${appeal.number} 200 деталь`, /не більше 45 днів/);
    expect((await reload(appeal)).rev).toBe(1);

    await commands(`/extend ${appeal.number} 10 чекаємо на деталь від виробника`, /продовжено до/);
    const { dueAt, legalDueAt } = await reload(appeal);
    expect(dueAt).toEqual(legalDueAt);
    expect(dueAt > appeal.legalDueAt!).toBe(true);
    await seesCard(appeal, /Строк продовжено[^]*чекаємо на деталь/);
    const told = await sees(olena, /строк продовжено до[^]*чекаємо на деталь/);
    await olena.presses({ message: told, label: 'Відкрити' });
    await sees(olena, /Стан:[^]*Строк продовжено/);
    await olena.presses('Історія');
    await sees(olena, /що відбулося[^]*строк продовжено/);
  });
});

describe('/forward and /return', () => {
  it('tell the citizen where it went; a moderator can take it back', async () => {
    const { resident, files, petro, sees, reload, seesCard } = scene;
    const olena = await resident();
    const { appeal } = await files(olena);
    await commands(`/forward ${appeal.number}`, /Наприклад: \/forward/);
    await commands('/forward 2026-999999 Служба доріг', /2026-999999 немає[^]*Наприклад/);
    await commands(`/forward ${appeal.number} Обласна служба доріг: її дорога`, /передано\. Заявник/);
    expect((await reload(appeal)).status).toBe('forwarded');
    await seesCard(appeal, /передано[^]*Обласна служба доріг/);
    await sees(olena, /не в повноваженнях міста[^]*Обласна служба доріг/);
    await commands(`/forward ${appeal.number} Ще раз`, /уже передано іншому органу/);
    await commands(`/assign ${appeal.number} ${petro.id}`, /передано виконавцю/);
    await sees(olena, /Над вашим зверненням працює/);
  });

  it('let the citizen complete what was returned, late returns are called late', async () => {
    const { resident, files, iryna, sees, reload, seesCard, town } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await town.moveClock(8 * 24 * 3_600_000);
    await commands(
      `/return ${appeal.number} напишіть під’їзд`,
      /повернуто заявнику[^]*Закон дає на це 5 днів/,
    );
    const told = await sees(olena, /бракує даних[^]*напишіть під’їзд[^]*Місто запізнилося/);
    await olena.presses({ message: told, label: 'Доповнити' });
    await sees(olena, /що додати/);
    await olena.says('під’їзд другий');
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    await sees(olena, /доповнено, воно знову в роботі/);
    const { status, pieces } = await reload(appeal);
    expect([status, pieces.at(-1)?.text]).toEqual(['submitted', 'під’їзд другий']);
    await sees(iryna, /доповнив повернуте[^]*під’їзд другий/, card);
    await seesCard(appeal, /під’їзд другий/);
  });
});

describe('/notconsidered', () => {
  it('tells the citizen the ground and how to challenge it, on the card too', async () => {
    const { resident, files, petro, sees, reload, seesCard } = scene;
    const olena = await resident();
    const { appeal } = await files(olena);
    await commands(`/notconsidered ${appeal.number} повторне`, /лише модератор/, petro);
    await commands(`/notconsidered ${appeal.number}`, /Наприклад: \/notconsidered/);
    await commands(`/notconsidered ${appeal.number} повторне: вже вирішено`, /не розглядатиметься/);
    expect((await reload(appeal)).status).toBe('not_considered');
    await seesCard(appeal, /не розглядається[^]*повторне: вже вирішено/);
    await sees(olena, /статтею 8[^]*повторне: вже вирішено[^]*оскаржити/);
  });
});

describe('/closebyhand', () => {
  it('closes for a silent citizen only after the reminders, and they can still say it is not solved, and rate', async () => {
    const { resident, files, answers, petro, sees, reload, seesCard, town } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    await answers(card, 'Лампу замінено.');
    const ground = 'оглянули на місці, ліхтар горить';
    await commands(`/closebyhand ${appeal.number} ${ground}`, /лише контролер/, petro);
    await commands(`/closebyhand ${appeal.number}`, /Наприклад: \/closebyhand/);
    await commands(`/closebyhand ${appeal.number} ${ground}`, /можна з/);
    await town.moveClock(15 * 24 * 3_600_000);
    await sees(olena, /чекає на ваше слово/);
    const lastReminder = { kind: 'rate_reminder', appealId: appeal.id, step: '7', state: 'sent' };
    const hasLeft = async () => (await town.mongo.collection('notices').countDocuments(lastReminder)) > 0;
    await until(hasLeft, 'the record knows that the last reminder left');
    await commands(`/closebyhand ${appeal.number} ${ground}`, /закрито[^]*на доопрацювання/);
    await seesCard(appeal, /закрито контролером[^]*оглянули на місці/);
    const told = await sees(olena, /контролер закрив[^]*оглянули на місці[^]*Останнє слово за вами/);
    await olena.presses({ message: told, label: 'Оцінити' });
    await sees(olena, /Як ви оцінюєте/);
    await olena.presses('2 ★');
    await seesCard(appeal, /Оцінка заявника: 2/);
    await olena.presses({ message: told, label: 'Ні, не вирішено' });
    await sees(olena, /Що не так/);
    await olena.says('увечері знову темно');
    await sees(olena, /Надіслати\?/);
    await olena.presses('Надіслати');
    await sees(olena, /повернуто виконавцю/);
    expect(await reload(appeal)).toMatchObject({ status: 'rework', rating: { stars: 2 } });
  });
});
