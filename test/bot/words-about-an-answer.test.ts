import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, aNotice } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => {
  town = await openTown();
});
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
  await town.deps.citizens.insert(aCitizen());
});
afterAll(() => town.close());

const ANSWER = 'answer-1';
const lamp = () => town.deps.appeals.find('draft-1');

/** Olena has an answered appeal, and its notice in her chat. */
async function answered() {
  await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
  await town.deps.notices.insert([aNotice('told', { state: 'sent', sentMessageIds: [ANSWER] })]);
  return door.person('1');
}

describe('words about an answer', () => {
  it.each([
    ['as a reply', 'Дякую, полагодили', ANSWER],
    ['out of the blue', 'вже зробили, заявку можна закрити', undefined],
  ])(
    '%s are no «not solved»: their author says which, and nothing is sent meanwhile',
    async (_, words, to) => {
      const olena = await answered();
      await olena.says(words, to);
      if (!to) await olena.presses(olena.labels().find((label) => label.includes('2026-000001'))!);
      expect(olena.sees().text).toMatch(new RegExp(`${words}[^]*Питання вирішено`));
      expect(olena.labels()).toEqual(['Так, вирішено', 'Ні, не вирішено', 'Скасувати']);
      expect((await lamp())?.status).toBe('answered');
      await olena.presses('Так, вирішено');
      expect(olena.sees().text).toMatch(/закрито[^]*оцінюєте/);
      expect(await lamp()).toMatchObject({ status: 'closed', reworkCount: 0 });
      expect((await lamp())?.events.at(-1)).toMatchObject({
        type: 'appeal.confirmed',
        facts: { text: words },
      });
    },
  );

  it('go back to the executor after «not solved», and the screen says so before they go', async () => {
    const olena = await answered();
    await olena.says('лампа блимає', ANSWER);
    await olena.presses('Ні, не вирішено');
    expect(olena.sees().text).toMatch(/лампа блимає[^]*Надіслати\?[^]*повернеться виконавцю як не вирішене/);
    await olena.presses('Надіслати');
    expect(await lamp()).toMatchObject({ status: 'rework', reworkCount: 1 });
    expect((await lamp())?.events.at(-1)?.facts.text).toBe('лампа блимає');
  });

  it('stay where they are when the answer’s own button is pressed', async () => {
    const olena = await answered();
    await olena.says('лампа блимає', ANSWER);
    expect((await olena.forges('no.draft-1.1')).text).toMatch(/лампа блимає[^]*Надіслати\?/);
  });

  it('are asked for, not judged again, after the button «not solved»', async () => {
    const olena = await answered();
    await olena.forges('no.draft-1.1');
    expect(olena.sees().text).toMatch(/Що не так/);
    await olena.says('досі темно');
    expect(olena.labels()).toContain('Надіслати');
  });
});
