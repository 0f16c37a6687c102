import { startTown, type Town } from '../../sandbox/town';

/** A killed bot keeps its place no longer, and whoever stands by asks for it each second; a busy machine takes what it takes. */
const LEASE_MS = 8_000;

describe('two bots that poll', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown({ bots: 2 });
  }, 60_000);
  afterAll(() => town.stop(), 30_000);

  const greets = async () => {
    const person = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
    await person.says('/start');
    await person.waits(/Відгук/, { timeoutMs: 30_000 });
  };

  it('answer once, though both run', async () => {
    const person = town.telegram.person({ firstName: 'Марія', languageCode: 'uk' });
    await person.says('/start');
    await person.waits(/Відгук/);
    expect(person.messages().filter(({ byBot }) => byBot)).toHaveLength(1);
  });

  it('take over from each other within 10 s when one is killed', async () => {
    const [first, second] = town.botProcesses;
    await first?.kill();
    await greets();
    const leftMs = await town.redis.pttl(`vidhuk:lease:polling-${town.telegram.bot.id}`);
    expect(leftMs).toBeGreaterThan(0);
    expect(leftMs).toBeLessThanOrEqual(LEASE_MS);
    await town.startBot();
    await second?.kill();
    await greets();
  }, 120_000);
});

describe('SIGTERM', () => {
  it.each(['polling', 'webhook'] as const)(
    'ends both processes within 10 s with code 0 (%s)',
    async (mode) => {
      const town = await startTown({ mode });
      try {
        const person = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
        await person.says('не горить ліхтар');
        const ended = await Promise.all(
          [...town.botProcesses, ...town.workerProcesses].map((one) => one.stop()),
        );
        for (const { code, ms } of ended) {
          expect(code).toBe(0);
          expect(ms).toBeLessThan(10_000);
        }
        await town.startBot();
        await person.waits(/Схоже/, { timeoutMs: 30_000 });
      } finally {
        await town.stop();
      }
    },
    120_000,
  );
});
