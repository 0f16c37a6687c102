import type { Notice } from '../../domain/notice';
import { aNotice } from '../../domain/notices';
import { sweep } from '../../workers/sweep';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, anEvent, minutes, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

describe('the sweep', () => {
  it('finds events no job carried and tells them, once', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
    await sweep(town.deps);
    await sweep(town.deps);
    expect(await town.deps.appeals.unexpanded(10)).toEqual([]);
    expect(town.deps.messenger.saidTo('1')).toHaveLength(1);
    expect(town.deps.messenger.saidTo('-100')).toHaveLength(1);
  });

  it('finds notices that are due in every chat, and leaves those that are not', async () => {
    const screens = Array.from({ length: 30 }, (_, index) => {
      const to = { messenger: 'telegram', chatId: String(index) };
      const when = { now: NOW, dueAt: index < 25 ? NOW : minutes(60) };
      return { ...aNotice('screen', to, { eventId: `event-${index}` }, when), screen: { text: 'Готово' } };
    });
    await town.deps.notices.insert(screens);
    await sweep(town.deps);
    expect(await town.deps.notices.countByState()).toEqual({ sent: 25, waiting: 5 });
  });

  it('goes on past an event that throws, and tells it in the log', async () => {
    const broken = anAppeal({
      id: 'draft-0',
      number: 'З-0',
      status: 'answered',
      events: [anEvent('event-0')],
    });
    await town.deps.appeals.insert(broken);
    await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
    const insert = town.deps.notices.insert.bind(town.deps.notices);
    const notices = Object.assign(Object.create(town.deps.notices) as typeof town.deps.notices, {
      insert: (made: readonly Notice[]) =>
        made.some(({ appealId }) => appealId === 'draft-0')
          ? Promise.reject(new Error('damaged'))
          : insert(made),
    });
    await sweep({ ...town.deps, notices });
    expect((await town.deps.appeals.unexpanded(10)).map(({ id }) => id)).toEqual(['draft-0']);
    expect(town.deps.messenger.saidTo('1')).toHaveLength(1);
    expect(town.logged).toContainEqual({ level: 'error', message: 'one of many failed, the others go on' });
  });

  it('tells more chats than one look finds', async () => {
    const screens = Array.from({ length: 450 }, (_, index) => {
      const to = { messenger: 'telegram', chatId: String(index) };
      const when = { now: NOW, dueAt: NOW };
      return { ...aNotice('screen', to, { eventId: `event-${index}` }, when), screen: { text: 'Готово' } };
    });
    await town.deps.notices.insert(screens);
    await sweep(town.deps);
    expect(await town.deps.notices.countByState()).toEqual({ sent: 450 });
  }, 60_000);

  it('tells an event behind more that throw than one look finds', async () => {
    const { appeals, notices } = town.deps;
    for (let index = 0; index < 200; index += 1)
      await appeals.insert(
        anAppeal({ id: `a-${index}`, number: `З-${index}`, events: [anEvent(`a-${index}`)] }),
      );
    await appeals.insert(anAppeal({ id: 'z', status: 'answered', events: [anEvent('z')] }));
    const insert = notices.insert.bind(notices);
    const breaking = jest
      .spyOn(notices, 'insert')
      .mockImplementation((made) =>
        made.some(({ appealId }) => appealId !== 'z') ? Promise.reject(new Error('damaged')) : insert(made),
      );
    await sweep(town.deps);
    breaking.mockRestore();
    expect(await appeals.unexpandedEventIds('z')).toEqual([]);
    expect(await appeals.unexpandedEventIds('a-0')).toEqual(['a-0']);
  }, 60_000);

  it('is silent while nothing waits', async () => {
    await sweep(town.deps);
    expect(town.logged).toEqual([]);
    expect(town.deps.messenger.sent).toEqual([]);
  });
});
