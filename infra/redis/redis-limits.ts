import { createHash } from 'node:crypto';
import type Redis from 'ioredis';
import type { Limits } from '../../use-cases/ports';
import { luaScript, type LuaScript } from './lua-script';

/** Counted and given its end in one step: a crash between the two would lock somebody out for ever. */
const COUNT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

/** Counts in windows that begin with the first time; who it was is kept as a hash only. */
export class RedisLimits implements Limits {
  private readonly count: LuaScript;
  private readonly prefix: string;

  constructor(redis: Redis, options: { prefix?: string } = {}) {
    this.prefix = options.prefix ?? 'vidhuk:limit:';
    this.count = luaScript(redis, COUNT);
  }

  async allows(what: string, who: string, limit: { times: number; seconds: number }): Promise<boolean> {
    const whose = createHash('sha256').update(who).digest('base64url').slice(0, 22);
    const count = await this.count([`${this.prefix}${what}:${whose}`], [limit.seconds * 1000]);
    return Number(count) <= limit.times;
  }
}
