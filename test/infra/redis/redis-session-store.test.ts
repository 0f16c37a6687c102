import { RedisSessionStore } from '../../../infra/redis/redis-session-store';
import type { Position } from '../../../use-cases/ports';
import { openRedis, until } from '../stores';

let server: Awaited<ReturnType<typeof openRedis>>;
let sessions: RedisSessionStore;
beforeAll(async () => {
  server = await openRedis();
  sessions = new RedisSessionStore(server.redis, { prefix: server.prefix });
});
afterAll(() => server.close());

const aPosition = (overrides: Partial<Position> = {}): Position => ({ rev: 0, seen: [], ...overrides });

describe('a position', () => {
  it('comes back as it was put in, one rev on', async () => {
    const choices = [{ token: 'c:1', word: 'abc' }];
    const position = aPosition({
      draftId: 'd',
      screenMessageId: '5',
      choices,
      lastToken: 't',
      seen: ['e'],
    });
    expect(await sessions.getSession('whole')).toBeUndefined();
    expect(await sessions.saveSession('whole', position)).toBe(true);
    expect(await sessions.getSession('whole')).toStrictEqual({ ...position, rev: 1 });
  });

  it('is not written over by one who read it before', async () => {
    expect(await sessions.saveSession('stale', aPosition({ lastToken: 'first' }))).toBe(true);
    expect(await sessions.saveSession('stale', aPosition({ lastToken: 'second' }))).toBe(false);
    expect(await sessions.saveSession('stale', aPosition({ rev: 9 }))).toBe(false);
    expect((await sessions.getSession('stale'))?.lastToken).toBe('first');
  });

  it('keeps all of ten concurrent changes from two processes', async () => {
    const others = new RedisSessionStore(await server.again(), { prefix: server.prefix });
    const add = async (store: RedisSessionStore, event: string): Promise<void> => {
      for (;;) {
        const position = (await store.getSession('race')) ?? aPosition();
        if (await store.saveSession('race', { ...position, seen: [...position.seen, event] })) return;
      }
    };
    const events = Array.from({ length: 10 }, (_, index) => `event-${index}`);
    await Promise.all(events.map((event, index) => add(index % 2 ? sessions : others, event)));
    const saved = await sessions.getSession('race');
    expect(saved?.rev).toBe(10);
    expect([...saved!.seen].sort()).toEqual(events);
  });

  it('is forgotten when it is cleared, and when its time is over', async () => {
    await sessions.saveSession('cleared', aPosition());
    await sessions.clearSession('cleared');
    expect(await sessions.getSession('cleared')).toBeUndefined();
    const brief = new RedisSessionStore(server.redis, { prefix: server.prefix, ttlMs: 50 });
    await brief.saveSession('brief', aPosition());
    await until(async () => (await brief.getSession('brief')) === undefined);
    const days = (await server.redis.pttl(`${server.prefix}race`)) / 86_400_000;
    expect(days).toBeGreaterThan(29);
  });

  it('that cannot be read any more is an empty one that can still be saved', async () => {
    await server.redis.hset(`${server.prefix}broken`, { rev: 3, position: '{"seen":5}' });
    expect(await sessions.getSession('broken')).toStrictEqual({ rev: 3, seen: [] });
    expect(await sessions.saveSession('broken', aPosition({ rev: 3 }))).toBe(true);
  });

  it('survives Redis forgetting its scripts', async () => {
    await server.redis.script('FLUSH');
    expect(await sessions.saveSession('flushed', aPosition())).toBe(true);
  });
});
