import { after, HOUR_MS } from '../../domain/instant';
import type { EditResult } from '../../messengers/messenger';
import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { NOW } from '../support/builders';

const LOST: EditResult = { result: 'ambiguous' };

let town: Town;
let door: FrontDoor;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town, { quarantine: town.deps.quarantine });
});
afterAll(() => town.close());

const workFor = async (hours: number) => {
  for (let hour = 0; hour < hours; hour += 1) {
    town.isNow(after(NOW, hour * HOUR_MS));
    await door.work();
  }
};
const notices = () => town.connection.collection('notices').find().toArray();

describe('a reply whose answer was lost', () => {
  it('comes once more, and it is on record that it may be there twice', async () => {
    const olena = door.person('7');
    town.deps.messenger.willEnd(LOST);
    await olena.says('/start');
    await workFor(3);
    expect(olena.shown()).toHaveLength(1);
    expect(await notices()).toEqual([expect.objectContaining({ state: 'sent', mayBeDouble: true })]);
  });

  it('is not sent a third time when the second answer is lost too', async () => {
    const olena = door.person('7');
    town.deps.messenger.willEnd(LOST, LOST);
    await olena.says('/start');
    await workFor(3);
    expect(olena.shown()).toEqual([]);
    expect(await notices()).toEqual([
      expect.objectContaining({ state: 'sent', isAnswerLost: true, mayBeDouble: true }),
    ]);
  });

  it('does not come again before the messenger is heard', async () => {
    const olena = door.person('7');
    town.deps.messenger.willEnd(LOST);
    await olena.says('/start');
    town.deps.messenger.stands = 'unheard';
    await workFor(2);
    expect(olena.shown()).toEqual([]);
  });

  it('that says something was put aside is treated alike', async () => {
    const olena = door.person('7');
    await olena.says('Третю добу не горить ліхтар');
    const before = olena.shown().length;
    await town.connection.collection('drafts').updateMany({}, { $set: { 'fields.pieces': 'зіпсовано' } });
    town.deps.messenger.willEnd(LOST, LOST);
    await olena.says('і провід висить');
    await workFor(3);
    expect(olena.shown()).toHaveLength(before);
    expect(await notices()).toContainEqual(expect.objectContaining({ state: 'sent', mayBeDouble: true }));
  });

  it('that changes a message in its place doubles nothing', async () => {
    const olena = door.person('7');
    await olena.says('/start');
    town.deps.messenger.willEnd(LOST, LOST);
    await olena.presses('Як це працює');
    await workFor(3);
    expect(olena.shown()).toHaveLength(2);
    const [notice] = await notices();
    expect(notice).toMatchObject({ state: 'sent' });
    expect(notice).not.toHaveProperty('mayBeDouble');
  });
});

describe('a reply that could not leave', () => {
  it('comes later, and nobody takes it for a double', async () => {
    const olena = door.person('7');
    town.deps.messenger.willEnd({ result: 'later' });
    await olena.says('/start');
    const [waiting] = await notices();
    expect(waiting).toMatchObject({ state: 'waiting', remark: 'later' });
    await workFor(1);
    expect(olena.shown()).toHaveLength(1);
    expect((await notices())[0]).not.toHaveProperty('mayBeDouble');
  });
});
