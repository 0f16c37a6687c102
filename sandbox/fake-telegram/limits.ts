import type { Ledger, Rule } from './ledger';

export interface LimitOptions {
  /** Calls a second for the whole bot. */
  perSecond: number;
  /** Calls one chat may get at once; one more comes free each second. */
  chatBurst: number;
  /** Calls a minute in one group, edits and topics included. */
  groupPerMinute: number;
  /** How much of a window is forgiven for uneven travel times. */
  toleranceMs: number;
}

export const USUAL_LIMITS: LimitOptions = {
  perSecond: 30,
  chatBurst: 3,
  groupPerMinute: 20,
  toleranceMs: 150,
};

const COUNTED = new Set(
  [
    'sendMessage',
    'sendPhoto',
    'sendDocument',
    'sendVoice',
    'sendVideo',
    'sendVideoNote',
    'sendLocation',
    'sendMediaGroup',
    'copyMessage',
    'copyMessages',
    'forwardMessage',
    'editMessageText',
    'editMessageCaption',
    'editMessageReplyMarkup',
    'editMessageMedia',
    'createForumTopic',
    'editForumTopic',
    'closeForumTopic',
    'reopenForumTopic',
    'deleteForumTopic',
    'pinChatMessage',
    'unpinChatMessage',
  ].map((name) => name.toLowerCase()),
);

interface Allowance {
  left: number;
  at: number;
}

interface Wait {
  rule: Rule;
  seconds: number;
}

/** Telegram's rates, in real time. */
export class Limits {
  private readonly bot: number[] = [];
  private readonly groups = new Map<number, number[]>();
  private readonly chats = new Map<number, Allowance>();
  private readonly penalties = new Map<number, number>();

  constructor(
    private readonly options: LimitOptions,
    private readonly ledger: Ledger,
    private readonly realTime: () => number = () => performance.now(),
  ) {}

  /** Seconds to wait when the call is one too many; a call that fits is counted. */
  check(method: string, chatId: number): number | undefined {
    if (!COUNTED.has(method.toLowerCase())) return undefined;
    const now = this.realTime();
    const wait = this.penalty(chatId, now) ?? this.tooMany(chatId, now);
    if (!wait) {
      this.count(chatId, now);
      return undefined;
    }
    this.ledger.violations.push({ at: Date.now(), rule: wait.rule, chatId, method });
    const until = now + wait.seconds * 1000 - this.options.toleranceMs;
    const key = wait.rule === 'bot' ? 0 : chatId;
    this.penalties.set(key, Math.max(until, this.penalties.get(key) ?? 0));
    return wait.seconds;
  }

  private penalty(chatId: number, now: number): Wait | undefined {
    const until = Math.max(this.penalties.get(0) ?? 0, this.penalties.get(chatId) ?? 0);
    return until > now
      ? { rule: 'ignored_retry_after', seconds: Math.ceil((until - now) / 1000) }
      : undefined;
  }

  private tooMany(chatId: number, now: number): Wait | undefined {
    const { perSecond, groupPerMinute, toleranceMs } = this.options;
    if (inWindow(this.bot, now - 1000 + toleranceMs) >= perSecond) return { rule: 'bot', seconds: 1 };
    const group = this.groups.get(chatId) ?? [];
    if (chatId < 0 && inWindow(group, now - 60_000 + toleranceMs) >= groupPerMinute) {
      return { rule: 'group', seconds: Math.max(1, Math.ceil((group[0]! + 60_000 - now) / 1000)) };
    }
    return this.allowance(chatId, now).left < 1 ? { rule: 'chat', seconds: 1 } : undefined;
  }

  private allowance(chatId: number, now: number): Allowance {
    const { chatBurst, toleranceMs } = this.options;
    const known = this.chats.get(chatId);
    if (!known) return { left: chatBurst + toleranceMs / 1000, at: now };
    const most = chatBurst + toleranceMs / 1000;
    return { left: Math.min(most, known.left + (now - known.at) / 1000), at: now };
  }

  private count(chatId: number, now: number): void {
    const allowance = this.allowance(chatId, now);
    this.chats.set(chatId, { left: allowance.left - 1, at: now });
    this.bot.push(now);
    if (chatId >= 0) return;
    const group = this.groups.get(chatId) ?? [];
    group.push(now);
    this.groups.set(chatId, group);
  }
}

function inWindow(moments: number[], from: number): number {
  while (moments.length > 0 && moments[0]! <= from) moments.shift();
  return moments.length;
}
