import { MINUTE_MS } from '../../domain/instant';
import type { Lease } from '../../use-cases/ports';
import { leaseOf, openFrontDoor } from '../support/a-front-door';
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
  const BUSY = { result: 'busy', retryAfterMs: 500 } as const;
  const AWAY: Lease = {
    hold: () => Promise.reject(new Error('away')),
    release: () => Promise.reject(new Error('away')),
  };
  afterEach(() => void jest.restoreAllMocks());

  const botWith = (lease: Lease) => {
    const citizens = { ...town.deps.citizens, find: () => Promise.reject(new Error('away')) };
    const door = openFrontDoor(town, { citizens: citizens as never, isStoreUnavailable: () => true, lease });
    const olena = door.person('7');
    return () => expect(olena.says('не горить ліхтар')).rejects.toThrow('unavailable');
  };
  const told = () => town.deps.messenger.saidTo('7').map(({ screen }) => screen.text);
  const ONCE = [expect.stringMatching(/Нічого не втрачено/)];

  it.each([
    ['agreed on by a lease', leaseOf('bot')],
    ['by own memory while no lease can be asked', AWAY],
  ])(
    'is told of once, when the chat has room, and what was said is left to come again: %s',
    async (_, lease) => {
      const comes = botWith(lease);
      town.deps.messenger.willEnd(BUSY);
      for (let time = 0; time < 3; time += 1) await comes();
      expect(told()).toEqual(ONCE);
    },
  );

  it('is told of once whichever bot the event comes to, and by the other when one had no room', async () => {
    const held = new Map<string, string>();
    const [one, other] = [botWith(leaseOf('one', held)), botWith(leaseOf('other', held))];
    town.deps.messenger.willEnd(BUSY);
    for (const comes of [one, other, one, other, one]) await comes();
    expect(told()).toEqual(ONCE);
  });

  it('is told of once however long it lasts, and again when there was quiet between', async () => {
    const comes = botWith(leaseOf('bot'));
    const clock = jest.spyOn(performance, 'now');
    for (let minute = 0; minute < 60; minute += 2) {
      clock.mockReturnValue(minute * MINUTE_MS);
      await comes();
    }
    expect(told()).toEqual(ONCE);
    clock.mockReturnValue(70 * MINUTE_MS);
    await comes();
    expect(told()).toHaveLength(2);
  });

  it('is told of again when it comes again after something went well', async () => {
    let isAway = true;
    const find = (id: string) => (isAway ? Promise.reject(new Error('away')) : town.deps.citizens.find(id));
    const citizens = Object.create(town.deps.citizens, { find: { value: find } }) as never;
    const door = openFrontDoor(town, { citizens, isStoreUnavailable: () => true, lease: leaseOf('bot') });
    const olena = door.person('7');
    const clock = jest.spyOn(performance, 'now');
    const saysAt = async (minute: number) => {
      clock.mockReturnValue(minute * MINUTE_MS);
      await olena.says('не горить ліхтар').catch(() => undefined);
      return told().filter((text) => text.includes('Нічого не втрачено')).length;
    };
    expect(await saysAt(0)).toBe(1);
    isAway = false;
    await saysAt(1);
    isAway = true;
    const heard: number[] = [];
    for (let minute = 6; minute < 30; minute += 2) heard.push(await saysAt(minute));
    expect(heard.slice(0, 3)).toEqual([1, 1, 2]);
    expect(heard.at(-1)).toBe(2);
  });
});
