import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';

let town: Town;
let door: FrontDoor;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert({ id: 'telegram-70', posts: [{ role: 'operator' }], rev: 1 });
  await town.deps.people.insert({ id: 'telegram-7', posts: [{ role: 'official', department: 'light' }], rev: 1 }); // prettier-ignore
  door = openFrontDoor(town);
});
afterAll(() => town.close());

const HAPPENED = '=HYPERLINK("x"); лист із переліком пішов не туди';
const CSV = new RegExp(
  [
    '^\uFEFFНомер;Доповнення;',
    '1;0;2026-11-20 12:00;telegram-70;2026-11-19;"\'=HYPERLINK(""x""); лист',
    '1;1;2026-11-20 12:00;telegram-70;;Надійшла скарга;;;;2026-11-20;\r\n$',
  ].join('[^]*').replace(/[()]/g, '\\$&'),
); // prettier-ignore

/** The operator writes down a breach, in words and by buttons. */
async function records() {
  const operator = door.person('70');
  expect((await operator.says('/breach')).text).toMatch(/Записів немає/);
  await operator.presses('Записати витік');
  expect((await operator.says('завтра')).text).toMatch(/вже настав/);
  await operator.says('вчора');
  await operator.says(HAPPENED);
  await operator.says('імена й телефони');
  await operator.says('200');
  await operator.presses('Пропустити');
  await operator.says('ще ні');
  const asked = await operator.presses('Сьогодні');
  expect(asked.text).toMatch(/Помічено: 19 листопада 2026[^]*людей: 200[^]*Уповноваженого повідомлено 20 листопада 2026[^]*не змінити/); // prettier-ignore
  return { operator, saved: await operator.presses('Записати') };
}

describe('the log of breaches', () => {
  it('keeps what the operator writes, and what is added to it later', async () => {
    const { operator, saved } = await records();
    expect(saved.text).toMatch(/Записано[^]*Витік № 1[^]*не повідомлено/);
    await operator.presses('Доповнити');
    await operator.says('Надійшла скарга');
    await operator.presses('Пропустити');
    await operator.presses('Пропустити');
    await operator.presses('Сьогодні');
    await operator.presses('Пропустити');
    expect((await operator.presses('Записати')).text).toMatch(
      /200[^]*Доповнено[^]*скарга[^]*Людей повідомлено/,
    );
    expect((await operator.presses('Усі витоки')).text).toMatch(/№ 1[^]*доповнень: 1\nЛюдей повідомлено 20 листопада 2026/); // prettier-ignore
    const [file] = (await operator.presses('Таблиця CSV')).files ?? [];
    expect(Buffer.from((file as { bytes: Uint8Array }).bytes).toString()).toMatch(CSV);
    const acts = await town.connection.collection('audit').find().sort({ what: 1 }).toArray();
    expect(acts.map(({ what, by }) => [String(what), String(by)])).toEqual(
      ['breach.added', 'breach.exported', 'breach.recorded'].map((what) => [what, 'telegram-70']),
    );
    expect(JSON.stringify(acts)).not.toMatch(/HYPERLINK|скарга|200/);
  });

  it('is read by a controller, who writes nothing into it', async () => {
    await records();
    const controller = door.person('50');
    expect((await controller.says('/breach')).text).toMatch(/№ 1/);
    expect(controller.labels()).toEqual(['№ 1', 'Таблиця CSV']);
    await controller.forges('brn');
    expect(await town.deps.drafts.unfinishedOf('telegram-50')).toEqual([]);
  });

  it('is nothing to anybody else', async () => {
    await records();
    for (const id of ['7', '8']) {
      const other = door.person(id);
      expect((await other.says('/breach')).text).toMatch(/Такої команди/);
      for (const token of ['br', 'brn', 'brx']) await other.forges(token);
      expect(JSON.stringify(other.shown())).not.toMatch(/HYPERLINK|витік/i);
    }
  });

  it('is left half-way and gone on with, back and all', async () => {
    const operator = door.person('70');
    await operator.says('/breach');
    await operator.presses('Записати витік');
    await operator.presses('Сьогодні');
    await operator.says('Загублено ноутбук');
    expect((await operator.says('назад')).text).toMatch(/Що сталося/);
    expect((await operator.says('Загублено ноутбук із шифрованим диском')).text).toMatch(/Які дані/);
    await operator.says('/cancel');
    expect((await operator.presses('Повернути')).text).toMatch(/Які дані/);
    expect(await town.deps.breaches.all()).toEqual([]);
  });
});
