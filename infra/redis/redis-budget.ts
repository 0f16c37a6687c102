import type Redis from 'ioredis';
import type { ChatKey, SendingBudget } from '../../use-cases/ports';
import { isStoreUnavailable } from '../store-unavailable';
import { luaScript, type LuaScript } from './lua-script';
import { OwnAllowance } from './own-allowance';
import { shareOf, TELEGRAM_LIMITS, type Limit, type SendingLimits } from './sending-limits';

/**
 * KEYS: the chat's pause, then one sorted set a limit, scored by the microsecond of each send.
 * ARGV: for each limit how many this lane may use, and the window in microseconds.
 */
const TAKE = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local wait = redis.call('PTTL', KEYS[1]) * 1000
for i = 2, #KEYS do
  local most, window = tonumber(ARGV[i * 2 - 3]), tonumber(ARGV[i * 2 - 2])
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', string.format('%.0f', now - window))
  local sent = redis.call('ZCARD', KEYS[i])
  if sent >= most then
    local entry = redis.call('ZRANGE', KEYS[i], sent - most, sent - most, 'WITHSCORES')
    wait = math.max(wait, tonumber(entry[2]) + window - now)
  end
end
if wait > 0 then return math.ceil(wait / 1000) end
for i = 2, #KEYS do
  local window = tonumber(ARGV[i * 2 - 2])
  local last = redis.call('ZRANGE', KEYS[i], -1, -1, 'WITHSCORES')
  local at = now
  if last[2] and tonumber(last[2]) >= at then at = tonumber(last[2]) + 1 end
  local score = string.format('%.0f', at)
  redis.call('ZADD', KEYS[i], score, score)
  redis.call('PEXPIRE', KEYS[i], math.ceil(window / 1000) + 1000)
end
return 0`;

const PAUSE = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 0`;

interface Call extends ChatKey {
  readonly isGroup: boolean;
  readonly lane: string;
}

/** One budget for all processes in Redis' own time; without Redis each process has a small allowance of its own. */
export class RedisBudget implements SendingBudget {
  private readonly takeScript: LuaScript;
  private readonly pauseScript: LuaScript;
  private readonly prefix: string;
  private readonly limits: SendingLimits;
  private readonly own = new OwnAllowance();

  constructor(redis: Redis, options: { prefix?: string; limits?: SendingLimits } = {}) {
    this.prefix = options.prefix ?? 'vidhuk:budget:';
    this.limits = options.limits ?? TELEGRAM_LIMITS;
    this.takeScript = luaScript(redis, TAKE);
    this.pauseScript = luaScript(redis, PAUSE);
  }

  async take(call: Call): Promise<number> {
    const { all, chat, group } = this.limits;
    const chatKey = this.keyOf(call);
    const keys = [`${chatKey}:pause`, `${this.prefix}${call.messenger}`, chatKey];
    const args = [...this.part(all, call.lane), chat.most, micro(chat.windowMs)];
    if (call.isGroup) {
      keys.push(`${chatKey}:minute`);
      args.push(...this.part(group, call.lane));
    }
    try {
      return Number(await this.takeScript(keys, args));
    } catch (error) {
      if (!isStoreUnavailable(error)) throw error;
      return this.own.take(Date.now());
    }
  }

  async pause(chat: ChatKey, ms: number): Promise<void> {
    try {
      await this.pauseScript([`${this.keyOf(chat)}:pause`], [Math.max(1, Math.ceil(ms))]);
    } catch (error) {
      if (!isStoreUnavailable(error)) throw error;
    }
  }

  private part(limit: Limit, lane: string): number[] {
    return [shareOf(limit, lane, this.limits), micro(limit.windowMs)];
  }

  private keyOf({ messenger, chatId }: ChatKey): string {
    return `${this.prefix}${messenger}:${chatId}`;
  }
}

const micro = (ms: number): number => ms * 1000;
