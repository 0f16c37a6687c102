import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { minutes } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const drafts = () => town.connection.collection('drafts');
const saidIn = async (): Promise<string[][]> => {
  const found = await drafts().find().sort({ createdAt: 1 }).toArray();
  return found.map(({ fields }) => (fields as { pieces: { text: string }[] }).pieces.map(({ text }) => text));
};

/** Somebody whose second message was put aside, because their draft was broken until now. */
async function hurt(door: FrontDoor) {
  const olena = door.person('7');
  await olena.says('Третю добу не горить ліхтар');
  const before = await drafts().findOne();
  await drafts().updateMany({}, { $set: { 'fields.pieces': 'зіпсовано' } });
  await olena.says('і провід висить');
  await drafts().updateMany({}, { $set: { fields: before?.fields as object } });
  return olena;
}

const open = () => openFrontDoor(town, { quarantine: town.deps.quarantine });

describe('words put aside and tried again', () => {
  it('are carried out at once when their author waits where they were', async () => {
    const door = open();
    await hurt(door);
    const moderator = door.person('50', '-100');
    await moderator.says('/quarantine');
    await moderator.presses('Повторити 1');
    expect(town.deps.messenger.notes.at(-1)).toBe('Оброблено.');
    expect(await saidIn()).toEqual([['Третю добу не горить ліхтар', 'і провід висить']]);
  });

  it('meet no other question of an author who has gone on, unless a moderator says so', async () => {
    const door = open();
    const olena = await hurt(door);
    town.isNow(minutes(1));
    await olena.says('/new');
    await olena.says('Яма на дорозі біля школи');
    const theirs = await saidIn();
    const moderator = door.person('50', '-100');
    await moderator.says('/quarantine');
    expect((await moderator.presses('Повторити 1')).text).toMatch(/писала далі/);
    expect(moderator.labels()).toEqual(['Усе одно повторити', 'Відкинути', 'До списку']);
    expect(await saidIn()).toEqual(theirs);
    await moderator.presses('Усе одно повторити');
    expect(town.deps.messenger.notes.at(-1)).toBe('Оброблено.');
  });
});
