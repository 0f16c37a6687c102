import type Redis from 'ioredis';
import { z } from 'zod';
import type { SessionsOfPeople } from '../../use-cases/keeping-ports';
import type { Position, SessionStore } from '../../use-cases/ports';
import { luaScript, type LuaScript } from './lua-script';

const SAVE = `
local rev = tonumber(redis.call('HGET', KEYS[1], 'rev') or '0')
if rev ~= tonumber(ARGV[1]) then return 0 end
redis.call('HSET', KEYS[1], 'rev', rev + 1, 'position', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
return 1`;

const THIRTY_DAYS_MS = 30 * 24 * 60 * 60 * 1000;

const POSITION = z.object({
  draftId: z.string().exactOptional(),
  at: z.string().exactOptional(),
  screenMessageId: z.string().exactOptional(),
  choices: z.array(z.object({ token: z.string(), word: z.string() })).exactOptional(),
  lastToken: z.string().exactOptional(),
  seen: z.array(z.string()),
});

/** The idea and interface of telegraf-session-redis (JSON, TTL, a key per talk), with compare-and-set. */
export class RedisSessionStore implements SessionStore, SessionsOfPeople {
  private readonly save: LuaScript;
  private readonly prefix: string;
  private readonly ttlMs: number;

  constructor(
    private readonly redis: Redis,
    options: { prefix?: string; ttlMs?: number } = {},
  ) {
    this.prefix = options.prefix ?? 'vidhuk:session:';
    this.ttlMs = options.ttlMs ?? THIRTY_DAYS_MS;
    this.save = luaScript(redis, SAVE);
  }

  /** What cannot be read any more counts as absent fields: the draft in the database says where the person is. */
  async getSession(key: string): Promise<Position | undefined> {
    const [rev, json] = await this.redis.hmget(this.prefix + key, 'rev', 'position');
    if (!rev) return undefined;
    return { rev: Number(rev), ...read(json ?? '') };
  }

  /** `session.rev` is the one that was read, 0 when there was none; the store keeps the next one. */
  async saveSession(key: string, session: Position): Promise<boolean> {
    const { rev, ...position } = session;
    return (await this.save([this.prefix + key], [rev, JSON.stringify(position), this.ttlMs])) === 1;
  }

  async clearSession(key: string): Promise<void> {
    await this.redis.del(this.prefix + key);
  }

  /** In every chat and topic: the person's id ends the key. */
  async clearAllOf(messenger: string, personId: string): Promise<void> {
    const match = `${this.prefix}${messenger}:*:${personId}`;
    for await (const keys of this.redis.scanStream({ match, count: 500 }))
      for (const key of keys as string[]) await this.redis.del(key);
  }
}

function read(json: string): Omit<Position, 'rev'> {
  try {
    return POSITION.parse(JSON.parse(json));
  } catch {
    return { seen: [] };
  }
}
