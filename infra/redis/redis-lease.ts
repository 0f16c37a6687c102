import { randomUUID } from 'node:crypto';
import type Redis from 'ioredis';
import type { Lease } from '../../use-cases/ports';
import { luaScript, type LuaScript } from './lua-script';

const HOLD = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

/** Rejects while Redis is away: whether we hold the lease is then not known. */
export class RedisLease implements Lease {
  private readonly token = randomUUID();
  private readonly holdScript: LuaScript;
  private readonly releaseScript: LuaScript;
  private readonly prefix: string;

  constructor(redis: Redis, options: { prefix?: string } = {}) {
    this.prefix = options.prefix ?? 'vidhuk:lease:';
    this.holdScript = luaScript(redis, HOLD);
    this.releaseScript = luaScript(redis, RELEASE);
  }

  async hold(name: string, ms: number): Promise<boolean> {
    return (await this.holdScript([this.prefix + name], [this.token, Math.ceil(ms)])) === 1;
  }

  async release(name: string): Promise<void> {
    await this.releaseScript([this.prefix + name], [this.token]);
  }
}
