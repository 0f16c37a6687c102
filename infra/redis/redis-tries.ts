import type Redis from 'ioredis';
import type { Tries } from '../../use-cases/staff-ports';
import { luaScript, type LuaScript } from './lua-script';

const COUNT = `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`;

const HOUR_MS = 60 * 60_000;
const AN_HOUR = 10;

/** Ten tries an hour, counted from the first. */
export class RedisTries implements Tries {
  private readonly count: LuaScript;
  private readonly prefix: string;

  constructor(redis: Redis, options: { prefix?: string } = {}) {
    this.prefix = options.prefix ?? 'vidhuk:tries:';
    this.count = luaScript(redis, COUNT);
  }

  async take(key: string): Promise<boolean> {
    return Number(await this.count([this.prefix + key], [HOUR_MS])) <= AN_HOUR;
  }
}
