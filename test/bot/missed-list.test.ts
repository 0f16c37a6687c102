import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, anEvent, days } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => {
  town = await openTown();
});
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
  const { people } = town.deps;
  await people.insert({ id: 'telegram-60', posts: [{ role: 'deputy' }], rev: 1 });
  await people.insert({ id: 'telegram-70', name: 'Петренко О. І.', posts: [{ role: 'head', department: 'light' }], rev: 1 }); // prettier-ignore
});
afterAll(() => town.close());

let count = 0;
async function late(daysLate: number, department = 'light', more: object = {}) {
  count += 1;
  const number = `2026-${String(count).padStart(6, '0')}`;
  const term = { registeredAt: days(-40), dueAt: days(-20), legalDueAt: days(-daysLate) };
  const events = [anEvent(`filed-${count}`, { at: days(-40) })];
  await town.deps.appeals.insert(
    anAppeal({ id: `late-${count}`, number, department, events, ...term, ...more }),
  );
  return number;
}

describe('the deputy mayor’s list', () => {
  it('comes first on /queue: by head, how many days late, and nothing that is only past its target', async () => {
    const [worst, days3, today] = [await late(12, 'roads'), await late(3.5), await late(0.5)];
    const target = await late(-5);
    const deputy = door.person('60');
    const { text } = await deputy.says('/queue');
    expect(text).toMatch(/Законний строк минув[^]*звернень: 3/);
    expect(text).toMatch(new RegExp(`керівника не призначено · 1[^]*${worst}[^\\n]*12 днів`));
    expect(text).toMatch(
      new RegExp(`Петренко О. І. · 2[^]*${days3}[^\\n]*3 дні[^]*${today}[^\\n]*менше доби`),
    );
    expect(text.indexOf(worst)).toBeLessThan(text.indexOf(days3));
    expect(text).not.toContain(target);
    expect((await deputy.presses(worst)).text).toContain(worst);
    await deputy.says('/queue');
    expect((await deputy.presses('Уся черга')).text).toMatch(/У черзі[^]*4/);
  });

  it('turns its pages and loses nobody', async () => {
    const numbers = [];
    for (let index = 0; index < 20; index += 1) numbers.push(await late(index + 2));
    const deputy = door.person('60');
    const first = (await deputy.says('/queue')).text;
    const next = (await deputy.presses('Наступні')).text;
    expect(numbers.filter((number) => first.includes(number))).toHaveLength(16);
    expect(numbers.filter((number) => next.includes(number))).toHaveLength(4);
    expect(next).toMatch(/Петренко О. І. · 20/);
  });

  it('says so when there is nothing, and a moderator still sees the queue', async () => {
    await late(-5);
    expect((await door.person('60').says('/queue')).text).toMatch(/ніде не минув/);
    expect((await door.person('50').says('/queue')).text).toMatch(/У черзі/);
  });
});
