import { setTimeout as pause } from 'node:timers/promises';
import { startTown, type Town } from '../../sandbox/town';

const AWAY_MS = 20_000;

describe.each(['polling', 'webhook'] as const)('a store that is away for 20 seconds (%s)', (mode) => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ mode, isWired: true });
  }, 60_000);
  afterAll(() => town.stop(), 30_000);

  it.each(['mongodb', 'redis'] as const)(
    'loses nothing and tells people when it is %s',
    async (store) => {
      const wire = town.wires![store];
      const person = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
      await person.says('/new');
      await person.waits(/Розкажіть/);
      wire.cut();
      try {
        const since = performance.now();
        await person.says('не горить ліхтар біля школи');
        await person.waits(/негаразди/, { timeoutMs: AWAY_MS });
        await pause(AWAY_MS - (performance.now() - since));
      } finally {
        wire.mend();
      }
      await person.waits(/Схоже/, { timeoutMs: 60_000 });
      const told = person.messages().filter(({ text }) => /негаразди/.test(text));
      expect(told).toHaveLength(1);
      const draft = await town.mongo
        .collection('drafts')
        .findOne({ ownerId: `telegram-${person.id}`, state: 'open' });
      expect(draft?.fields).toMatchObject({ pieces: [{ text: 'не горить ліхтар біля школи' }] });
    },
    120_000,
  );
});
