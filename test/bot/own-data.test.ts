import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, days, NOW } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
});
afterAll(() => town.close());

const asked = async () => (await town.deps.citizens.find('telegram-1'))?.forgetting;

describe('/forget', () => {
  it('asks twice, says what runs on, and may be taken back until its day', async () => {
    await town.deps.citizens.insert(aCitizen({ name: 'Коваль Олена' }));
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const olena = door.person('1');
    expect((await olena.says('/forget')).text).toMatch(
      /Зітремо[^]*5 років[^]*Ще триває 1 звернення[^]*30 днів/,
    );
    expect((await olena.presses('Далі')).text).toMatch(/20 грудня 2026 р\.\?/);
    expect(await asked()).toBeUndefined();
    expect((await olena.presses('Так, видалити')).text).toMatch(/20 грудня 2026[^]*передумати/);
    expect(await asked()).toMatchObject({ askedAt: NOW, dueAt: days(30) });
    town.isNow(days(5));
    expect((await olena.says('/forget')).text).toMatch(/20 грудня 2026/);
    expect((await olena.presses('Передумати')).text).toMatch(/лишаються/);
    expect(await asked()).toBeUndefined();
  });

  it('forgets nobody who says no at the second question', async () => {
    const olena = door.person('1');
    await olena.says('/forget');
    await olena.presses('Далі');
    await olena.presses('Ні, лишити');
    expect(await asked()).toBeUndefined();
  });

  it('cannot be taken back once it is under way, and says so', async () => {
    const forgetting = { id: 'e', askedAt: NOW, dueAt: NOW, lookAt: NOW, isUnderWay: true } as const;
    await town.deps.citizens.insert(aCitizen({ forgetting }));
    const olena = door.person('1');
    expect((await olena.says('/forget')).text).toMatch(/вже стираються/);
    expect((await olena.forges('forget.no')).text).toMatch(/спинити це не можна/);
    expect(await asked()).toMatchObject({ isUnderWay: true });
  });

  it('leads back to what is being written', async () => {
    const olena = door.person('1');
    await olena.says('Третю добу не горить ліхтар');
    await olena.says('/forget');
    await olena.presses('До чернетки');
    expect(olena.sees().text).toMatch(/Схоже/);
  });

  it('tells a colleague that what they did for the city stays', async () => {
    expect((await door.person('50').says('/forget')).text).toMatch(/Ваша роль у місті/);
  });
});

describe('/mydata', () => {
  const ordered = () => town.connection.collection('notices').countDocuments({ kind: 'my_data' });

  it('comes three times a day, to each person', async () => {
    const olena = door.person('1');
    for (const times of [1, 2, 3]) {
      expect((await olena.says('/mydata')).text).toMatch(/Збираю все/);
      expect(await ordered()).toBe(times);
    }
    expect((await olena.says('/mydata')).text).toMatch(/вже тричі[^]*завтра/);
    expect(await ordered()).toBe(3);
    expect((await door.person('2').says('/mydata')).text).toMatch(/Збираю все/);
  });
});
