import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const drafts = () => town.connection.collection('drafts');
const aside = () => town.connection.collection('quarantine').find().sort({ _id: 1 }).toArray();

describe('a record that is broken', () => {
  it('puts aside all that is said to it, and each time tells so', async () => {
    const olena = openFrontDoor(town, { quarantine: town.deps.quarantine }).person('7');
    await olena.says('Третю добу не горить ліхтар');
    await drafts().updateMany({}, { $set: { 'fields.pieces': 'зіпсовано' } });
    for (const words of ['і провід висить', 'і темно']) {
      expect((await olena.says(words)).text).toMatch(/збережено/);
      expect((await aside()).at(-1)?.what).toContain(words);
    }
    expect(await aside()).toHaveLength(2);
  });

  it('is told of by a worker when the chat has no room now', async () => {
    const door = openFrontDoor(town, { quarantine: town.deps.quarantine });
    const olena = door.person('7');
    await olena.says('Третю добу не горить ліхтар');
    await drafts().updateMany({}, { $set: { 'fields.pieces': 'зіпсовано' } });
    town.deps.messenger.willEnd({ result: 'busy', retryAfterMs: 500 });
    await olena.says('і провід висить');
    await door.work();
    expect(olena.sees().text).toMatch(/збережено/);
  });

  it('does not keep its author from another appeal', async () => {
    const olena = openFrontDoor(town, { quarantine: town.deps.quarantine }).person('7');
    await olena.says('Третю добу не горить ліхтар');
    await drafts().updateMany({}, { $set: { 'fields.pieces': 'зіпсовано' } });
    await olena.says('і провід висить');
    expect((await olena.presses('Нове звернення')).text).toMatch(/своїми словами/);
    expect((await olena.says('Яма на дорозі біля школи')).text).toMatch(/Схоже/);
  });
});

describe('a store out of reach', () => {
  it('is told of once, and what was said is left to come again', async () => {
    const away = { ...town.deps.citizens, find: () => Promise.reject(new Error('away')) };
    const door = openFrontDoor(town, { citizens: away as never, isStoreUnavailable: () => true });
    const olena = door.person('7');
    town.deps.messenger.willEnd({ result: 'busy', retryAfterMs: 500 });
    for (const words of Array.from({ length: 3 }, () => 'не горить ліхтар'))
      await expect(olena.says(words)).rejects.toThrow('unavailable');
    expect(olena.shown().map(({ screen }) => screen.text)).toEqual([
      expect.stringMatching(/Нічого не втрачено/),
    ]);
  });
});
