import type Redis from 'ioredis';
import type { ChatKey, SendingBudget } from '../../use-cases/ports';
import { isStoreUnavailable } from '../store-unavailable';
import { luaScript, type LuaScript } from './lua-script';
import { OwnAllowance } from './own-allowance';
import { partOf, TELEGRAM_LIMITS, type Limit, type SendingLimits } from './sending-limits';

/**
 * KEYS: the chat's pause, the chat's sends, then two for each limit shared by lanes: everybody's sends, the lane's own.
 * All are sorted sets scored by the microsecond of each send. ARGV: the chat's most and window, then for each shared
 * limit its most and window and the lane's share, floor and cap (sending-limits.ts); last the time, 0 for Redis' own.
 * A rehearsal's time may stand still: what went is kept for an hour then.
 */
const TAKE = `
local now = tonumber(ARGV[#ARGV])
local keptMs = now == 0 and 1000 or 3600000
if now == 0 then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000000 + tonumber(time[2])
end
local function untilFewer(key, most, window)
  local sent = redis.call('ZCARD', key)
  if sent < most then return 0 end
  if most <= 0 then return window end
  local entry = redis.call('ZRANGE', key, sent - most, sent - most, 'WITHSCORES')
  return tonumber(entry[2]) + window - now
end
local windows = { [2] = tonumber(ARGV[2]) }
for i = 3, #KEYS do windows[i] = tonumber(ARGV[2 + math.floor((i - 3) / 2) * 5 + 2]) end
for i = 2, #KEYS do redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', string.format('%.0f', now - windows[i])) end
local wait = math.max(redis.call('PTTL', KEYS[1]) * 1000, untilFewer(KEYS[2], tonumber(ARGV[1]), windows[2]))
for i = 3, #KEYS, 2 do
  local at = 2 + (i - 3) / 2 * 5
  local most, window = tonumber(ARGV[at + 1]), windows[i]
  local share, floor, cap = tonumber(ARGV[at + 3]), tonumber(ARGV[at + 4]), tonumber(ARGV[at + 5])
  local all, own = KEYS[i], KEYS[i + 1]
  local room = math.min(untilFewer(all, share, window), untilFewer(own, floor, window))
  wait = math.max(wait, room, untilFewer(all, most, window), untilFewer(own, cap, window))
end
if wait > 0 then return math.ceil(wait / 1000) end
for i = 2, #KEYS do
  local last = redis.call('ZRANGE', KEYS[i], -1, -1, 'WITHSCORES')
  local at = now
  if last[2] and tonumber(last[2]) >= at then at = tonumber(last[2]) + 1 end
  local score = string.format('%.0f', at)
  redis.call('ZADD', KEYS[i], score, score)
  redis.call('PEXPIRE', KEYS[i], math.ceil(windows[i] / 1000) + keptMs)
end
return 0`;

const PAUSE = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 0`;

interface Call extends ChatKey {
  readonly isGroup: boolean;
  readonly lane: string;
}

interface Shared {
  readonly keys: string[];
  readonly args: number[];
  readonly key: string;
  readonly limit: Limit;
  readonly shares: SendingLimits['shares'];
}

/**
 * One budget for all processes in Redis' own time, or in milliseconds of the `clock` given for a rehearsal; without Redis
 * each process has a small allowance of its own.
 */
export class RedisBudget implements SendingBudget {
  private readonly takeScript: LuaScript;
  private readonly pauseScript: LuaScript;
  private readonly prefix: string;
  private readonly limits: SendingLimits;
  private readonly clock: () => number;
  private readonly own = new OwnAllowance();

  constructor(redis: Redis, options: { prefix?: string; limits?: SendingLimits; clock?: () => number } = {}) {
    this.prefix = options.prefix ?? 'vidhuk:budget:';
    this.limits = options.limits ?? TELEGRAM_LIMITS;
    this.clock = options.clock ?? (() => 0);
    this.takeScript = luaScript(redis, TAKE);
    this.pauseScript = luaScript(redis, PAUSE);
  }

  async take(call: Call): Promise<number> {
    const pausedMs = this.own.pausedFor(call, Date.now());
    if (pausedMs > 0) return pausedMs;
    const { all, chat, group, shares, groupShares } = this.limits;
    const chatKey = this.keyOf(call);
    const keys = [`${chatKey}:pause`, chatKey];
    const args = [chat.most, micro(chat.windowMs)];
    this.share(call.lane, { keys, args, key: `${this.prefix}${call.messenger}`, limit: all, shares });
    if (call.isGroup)
      this.share(call.lane, { keys, args, key: `${chatKey}:minute`, limit: group, shares: groupShares });
    try {
      return Number(await this.takeScript(keys, [...args, micro(this.clock())]));
    } catch (error) {
      if (!isStoreUnavailable(error)) throw error;
      return this.own.take(call, Date.now());
    }
  }

  /** Kept here as well, for the time Redis is away. */
  async pause(chat: ChatKey, ms: number): Promise<void> {
    this.own.pause(chat, ms, Date.now());
    try {
      await this.pauseScript([`${this.keyOf(chat)}:pause`], [Math.max(1, Math.ceil(ms))]);
    } catch (error) {
      if (!isStoreUnavailable(error)) throw error;
    }
  }

  /** Adds a limit that the lanes share. */
  private share(wished: string, to: Shared): void {
    const { lane, share, floor, cap } = partOf(to.limit, wished, {
      shares: to.shares,
      floors: this.limits.floors,
    });
    to.keys.push(to.key, `${to.key}:${lane}`);
    to.args.push(to.limit.most, micro(to.limit.windowMs), share, floor, cap);
  }

  private keyOf({ messenger, chatId }: ChatKey): string {
    return `${this.prefix}${messenger}:${chatId}`;
  }
}

const micro = (ms: number): number => Math.floor(ms * 1000);
