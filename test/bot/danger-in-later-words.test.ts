import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, aNotice } from '../support/builders';
import type { Status } from '../../domain/appeal';

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
const DANGER = 'там ще й дріт висить низько, іскрить';
const FIRST = /загроза життю, телефонуйте[^]*іскрить/;

describe('danger in later words', () => {
  it.each<[string, Status, string[], string]>([
    ['a detail', 'in_progress', ['add.draft-1'], 'in_progress'],
    ['what completes it', 'returned', ['add.draft-1'], 'submitted'],
    ['why it is not solved', 'answered', ['no.draft-1.1'], 'rework'],
  ])(
    'is seen in %s: whom to call comes first, and the office sees it first',
    async (_, status, begins, then) => {
      await town.deps.appeals.insert(anAppeal({ status }));
      const olena = door.person('1');
      for (const token of begins) await olena.forges(token);
      expect((await olena.says(DANGER)).text).toMatch(FIRST);
      await olena.presses('Надіслати');
      expect(await lamp()).toMatchObject({ status: then, isUrgent: true });
    },
  );

  it('is seen in a reply about an appeal that another body has', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'forwarded' }));
    await town.deps.notices.insert([aNotice('told', { state: 'sent', sentMessageIds: ['told-1'] })]);
    const said = await door.person('1').says(DANGER, 'told-1');
    expect(said.text).toMatch(/загроза життю, телефонуйте[^]*Ваші слова збережено/);
  });

  it('is seen in a text written anew', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const olena = door.person('1');
    await olena.forges('fix.draft-1');
    await olena.presses('Текст');
    expect((await olena.says(DANGER)).text).toMatch(FIRST);
    await olena.presses('Надіслати');
    expect(await lamp()).toMatchObject({ isUrgent: true });
  });

  it('is seen in a sent message that was edited', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const olena = door.person('1');
    const said = await olena.does({ kind: 'edit', messageId: '1', text: DANGER });
    expect(said.text).toMatch(/загроза життю[^]*передано виконавцю/);
    expect(await lamp()).toMatchObject({ isUrgent: true });
  });
});
