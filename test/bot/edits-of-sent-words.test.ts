import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

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

const lamp = () => town.deps.appeals.find('draft-1');

/** Olena answers a question of the office; her words went as the message `in2`. */
async function answers() {
  await town.deps.appeals.insert(anAppeal({ status: 'needs_details' }));
  const olena = door.person('1');
  await olena.forges('add.draft-1');
  await olena.says('підїзд другий');
  await olena.presses('Надіслати');
  return olena;
}
const edits = (text: string) => ({ kind: 'edit', messageId: 'in2', text }) as const;

describe('an edit of words sent to an appeal', () => {
  it('is offered to follow them', async () => {
    const olena = await answers();
    const offered = await olena.does(edits('під’їзд третій'));
    expect(offered.text).toMatch(/вже надіслано[^]*під’їзд третій[^]*Надіслати\?/);
    await olena.presses('Надіслати');
    expect((await lamp())?.events.at(-1)).toMatchObject({
      type: 'appeal.detail_added',
      facts: { text: 'під’їзд третій' },
    });
  });

  it('disturbs nobody when no word changed', async () => {
    const olena = await answers();
    expect((await olena.does(edits('підїзд другий'))).text).toBe('');
  });

  it('is told to come too late once the appeal takes nothing more', async () => {
    const olena = await answers();
    const { rev, ...appeal } = (await lamp())!;
    await town.deps.appeals.save({ ...appeal, status: 'withdrawn', rev: rev + 1 });
    expect((await olena.does(edits('під’їзд третій'))).text).toMatch(/змінити їх не можна/);
    expect(olena.labels()).toEqual(['Відкрити']);
  });
});

describe('an official’s edit in their own chat', () => {
  it('of a sent answer is offered as its correction', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const iryna = door.person('50');
    await iryna.forges('ans.draft-1');
    await iryna.says('Лампу замінино.');
    await iryna.presses('Виконано');
    await iryna.presses('Надіслати');
    expect((await lamp())?.status).toBe('answered');
    const offered = await iryna.does({ kind: 'edit', messageId: 'in2', text: 'Лампу замінено.' });
    expect(offered.text).toMatch(/Лампу замінено\./);
    await iryna.presses('Надіслати');
    expect((await lamp())?.answers.at(-1)).toMatchObject({ text: 'Лампу замінено.' });
  });
});
