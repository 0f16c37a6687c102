import { aScene, type Scene } from './staff-scene';

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
    await commands(`/extend ${appeal.number} 10 деталь`, /лише модератор/, petro);
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
