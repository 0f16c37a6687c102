import type { Notice } from '../../domain/notice';
import { aNotice } from '../../domain/notices';
import type { SendResult } from '../../messengers/messenger';
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

  it('raises its alarm though nothing else works', async () => {
    const to = { messenger: 'telegram', chatId: '1' };
    await town.deps.notices.insert([aNotice('screen', to, { eventId: 'event-1' }, { now: NOW, dueAt: NOW })]);
    town.isNow(minutes(5));
    const notices = Object.assign(Object.create(town.deps.notices) as typeof town.deps.notices, {
      chatsDue: () => Promise.reject(new Error('damaged')),
    });
    await expect(sweep({ ...town.deps, notices })).rejects.toThrow('damaged');
    expect(town.logged).toContainEqual({ level: 'error', message: 'a notice waits too long' });
  });

  it('raises an alarm about an event that gets no notices, to the operator’s own address too', async () => {
    await town.deps.appeals.insert(anAppeal({ events: [anEvent('event-0', { at: NOW })] }));
    const told: unknown[] = [];
    const tellOutside = (alarm: object) => Promise.resolve(void told.push(alarm));
    const appeals = Object.assign(Object.create(town.deps.appeals) as typeof town.deps.appeals, {
      find: () => Promise.reject(new Error('damaged')),
    });
    for (const count of [4, 4.5]) {
      town.isNow(minutes(count));
      await sweep({ ...town.deps, appeals, tellOutside });
      expect(told).toEqual(count === 4 ? [] : [{ alarm: 'event_waits', ageMs: 270_000 }]);
    }
    expect(town.logged).toContainEqual({
      level: 'error',
      message: 'an event has had no notices for too long',
    });
    await sweep(town.deps);
    expect(town.deps.messenger.saidTo('50')[0]?.screen.text).toContain('не перетворюються на сповіщення');
  });

  it('is silent while nothing waits', async () => {
    await sweep(town.deps);
    expect(town.logged).toEqual([]);
    expect(town.deps.messenger.sent).toEqual([]);
  });

  it.each<[SendResult]>([[{ result: 'busy', retryAfterMs: 40_000 }], [{ result: 'later' }]])(
    'raises an alarm within five minutes about a notice that is put off again and again: %j',
    async (ending) => {
      const to = { messenger: 'telegram', chatId: '1' };
      const waiting = aNotice('screen', to, { eventId: 'event-1' }, { now: NOW, dueAt: NOW });
      await town.deps.notices.insert([{ ...waiting, screen: { text: 'Готово' } }]);
      const { messenger } = town.deps;
      const send = messenger.send.bind(messenger);
      messenger.send = (chat, ...said) =>
        chat.chatId === to.chatId ? Promise.resolve(ending) : send(chat, ...said);
      for (let at = 0; at <= 5; at += 0.25) {
        town.isNow(minutes(at));
        await sweep(town.deps);
        if (at === 4) expect(messenger.saidTo('50')).toEqual([]);
      }
      expect(messenger.saidTo('50').map(({ screen }) => screen.text)).toEqual([
        expect.stringContaining('чекає'),
      ]);
    },
  );

  it('raises an alarm about a notice that waits too long', async () => {
    const to = { messenger: 'telegram', chatId: '1' };
    const waiting = aNotice('screen', to, { eventId: 'event-1' }, { now: NOW, dueAt: NOW });
    await town.deps.notices.insert([{ ...waiting, screen: { text: 'Готово' } }]);
    await town.deps.notices.leaseNext(to, NOW, minutes(60));
    town.isNow(minutes(4));
    await sweep(town.deps);
    expect(town.logged).toEqual([]);
    town.isNow(minutes(4.5));
    await sweep(town.deps);
    await sweep(town.deps);
    expect(town.logged.filter(({ message }) => message === 'a notice waits too long')).toHaveLength(2);
    const told = town.deps.messenger.saidTo('50');
    expect(told).toHaveLength(1);
    expect(told[0]?.screen.text).toContain('чекає');
  });
});
