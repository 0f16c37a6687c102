import { createFrontDoor } from '../../bot/front-door';
import { RedisBudget } from '../../infra/redis/redis-budget';
import { RedisLease } from '../../infra/redis/redis-lease';
import { RedisLimits } from '../../infra/redis/redis-limits';
import { RedisSessionStore } from '../../infra/redis/redis-session-store';
import { openRedis } from '../infra/stores';
import { doorDeps } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { NOW } from '../support/builders';

jest.setTimeout(60_000);

let town: Town;
let server: Awaited<ReturnType<typeof openRedis>>;
beforeAll(async () => {
  [town, server] = await Promise.all([openTown(), openRedis()]);
});
afterAll(() => Promise.all([town.close(), server.close()]));

/** What Redis says of the life of a key that has no end; of one that ended meanwhile it says -2. */
const FOR_EVER = -1;

/** What somebody sends who wants to wear us down: each of these is counted somewhere. */
const FLOOD = ['/check 123', '/start join-abc', '/bind abc', '/mydata', 'ліхтар', '/new', '/start check-xyz'];

describe('after a flood', () => {
  it('nothing of it stays in Redis for ever', async () => {
    const { redis, prefix } = server;
    const options = { prefix };
    const [budget, lease] = [new RedisBudget(redis, options), new RedisLease(redis, options)];
    const [limits, sessions] = [new RedisLimits(redis, options), new RedisSessionStore(redis, options)];
    const receive = createFrontDoor({ ...doorDeps(town), limits, sessions });
    for (let time = 0; time < 35; time += 1) {
      const text = FLOOD[time % FLOOD.length]!;
      const [name = '', argument = ''] = text.slice(1).split(' ');
      const content = text.startsWith('/')
        ? ({ kind: 'command', name, argument } as const)
        : ({ kind: 'text', text } as const);
      const chat = { messenger: 'telegram', chatId: '66', kind: 'private', hasTopics: false } as const;
      await receive({
        ...{ id: `tg-1-${time}`, at: NOW, messageId: `m${time}`, isForwarded: false },
        ...{ chat, person: { id: '66', language: 'uk' }, content },
      });
      const { messenger, chatId } = chat;
      await budget.take({ messenger, chatId, isGroup: time % 2 === 0, lane: 'reply' });
      await budget.pause(chat, 60_000);
    }
    await lease.hold('flood', 60_000);
    const keys = await redis.keys(`${prefix}*`);
    const lasting = await Promise.all(keys.map(async (key) => [key, await redis.pttl(key)] as const));
    for (const kind of ['check', 'code', 'mydata', 'pace', ':pause', ':minute', '66'])
      expect([kind, keys.some((key) => key.includes(kind))]).toEqual([kind, true]);
    expect(lasting.filter(([, ms]) => ms === FOR_EVER)).toEqual([]);
  });
});
