import { createServer, type AddressInfo, type Socket } from 'node:net';
import { connectRedis } from '../../infra/redis/connect-redis';
import { RedisBudget } from '../../infra/redis/redis-budget';
import { RedisLimits } from '../../infra/redis/redis-limits';
import { RedisSessionStore } from '../../infra/redis/redis-session-store';
import { isStoreUnavailable } from '../../infra/store-unavailable';
import { silent } from '../infra/stores';
import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';

const MISCONF = [
  'MISCONF Errors writing to the AOF file: No space left on device',
  'MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist on disk.',
];
const ONE_COMMAND = /\*\d+\r\n\$\d+\r\n(\w+)\r\n(?:\$\d+\r\n[^]*?\r\n)*?(?=\*\d+\r\n|$)/g;
const ANSWERS: Readonly<Record<string, string>> = {
  PING: '+PONG\r\n',
  INFO: '$9\r\nloading:0\r\n',
  GET: '$-1\r\n',
};

/** What a Redis says that can read, and cannot write for want of room on its disk. */
async function aFullRedis(problem: string) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      for (const [, name = ''] of chunk.toString('latin1').matchAll(ONE_COMMAND)) {
        const isGreeting = /^(hello|client|select|config)$/i.test(name);
        socket.write(ANSWERS[name.toUpperCase()] ?? (isGreeting ? '+OK\r\n' : `-${problem}\r\n`));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.begin());

describe('a Redis whose disk is full', () => {
  it.each(MISCONF)('acknowledges nothing and is said loudly: %s', async (problem) => {
    const full = await aFullRedis(problem);
    const link = connectRedis({ url: full.url, log: silent });
    try {
      await link.whenReady(5_000);
      const limits = new RedisLimits(link.redis);
      const failure: unknown = await limits
        .allows('a', 'b', { times: 1, seconds: 1 })
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ message: problem });
      expect(isStoreUnavailable(failure)).toBe(true);
      const budget = new RedisBudget(link.redis);
      expect(await budget.take({ messenger: 'telegram', chatId: '7', isGroup: false, lane: 'reply' })).toBe(
        0,
      );
      const sessions = new RedisSessionStore(link.redis);
      const olena = openFrontDoor(town, { sessions, limits, isStoreUnavailable }).person('7');
      await expect(olena.says('Третю добу не горить ліхтар')).rejects.toThrow('unavailable');
      expect(olena.shown().map(({ screen }) => screen.text)).toEqual([
        expect.stringMatching(/Нічого не втрачено/),
      ]);
      const loud = { level: 'error', message: 'a store is out of reach; the event will come again' };
      expect(town.logged).toContainEqual(loud);
    } finally {
      await link.close();
      full.close();
    }
  });
});
