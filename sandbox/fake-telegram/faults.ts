import { chanceFrom } from './chance';
import type { RefusalParameters } from './refusal';
import { Refusal, tooManyRequests } from './refusal';

export interface FaultPlan {
  /** Answered instead of carrying the call out. */
  error?: { code: number; description: string; parameters?: RefusalParameters | undefined };
  /** The connection breaks before the call is read, or after it is carried out. */
  drop?: 'before' | 'after';
  /** It is carried out that much later; with `holdMs` at once, and only the answer comes later. */
  delayMs?: number;
  holdMs?: number;
}

interface Planned extends FaultPlan {
  method: string;
  chatId: number | undefined;
  messageId: number | undefined;
  left: number;
}

/** What a call is about. */
interface About {
  chatId?: number | undefined;
  messageId?: number | undefined;
}

const isAbout = (plan: About, { chatId, messageId }: About): boolean =>
  (plan.chatId ?? chatId) === chatId && (plan.messageId ?? messageId) === messageId;

/** Trouble ordered by a test. `*` means every method but getUpdates. */
export class Faults {
  private planned: Planned[] = [];
  private floodUntil = 0;
  private floodSeconds = 1;
  private lostShare = 0;
  private delayMs = 0;
  private isRevoked = false;
  private chance: () => number;

  constructor(seed: number) {
    this.chance = chanceFrom(seed ^ 0x5eed);
  }

  /** Of calls of this method, in that chat and about that message if they are named. */
  nextCalls(method: string, count: number, plan: FaultPlan & { chatId?: number; messageId?: number }): void {
    const { chatId, messageId } = plan;
    this.planned.push({ ...plan, method: method.toLowerCase(), chatId, messageId, left: count });
  }

  serverErrors(method: string, count: number, code = 502): void {
    const words = code === 500 ? 'Internal Server Error' : 'Bad Gateway';
    this.nextCalls(method, count, { error: { code, description: words } });
  }

  tooMany(method: string, count: number, retryAfter: number): void {
    this.nextCalls(method, count, { error: tooManyRequests(retryAfter) });
  }

  dropBefore(method: string, count = 1): void {
    this.nextCalls(method, count, { drop: 'before' });
  }

  loseAnswers(method: string, count = 1): void {
    this.nextCalls(method, count, { drop: 'after' });
  }

  /** From now on this share of all answers is lost after the call was carried out. */
  loseShareOfAnswers(share: number): void {
    this.lostShare = share;
  }

  floodEverything(forMs: number, retryAfter = Math.max(1, Math.ceil(forMs / 1000))): void {
    this.floodUntil = performance.now() + forMs;
    this.floodSeconds = retryAfter;
  }

  delayEverything(ms: number): void {
    this.delayMs = ms;
  }

  revokeToken(): void {
    this.isRevoked = true;
  }

  restoreToken(): void {
    this.isRevoked = false;
  }

  clear(): void {
    this.planned = [];
    this.floodUntil = 0;
    this.lostShare = 0;
    this.delayMs = 0;
    this.isRevoked = false;
  }

  /** What goes wrong with this call; spends one of the planned faults. */
  take(method: string, about: About = {}): FaultPlan {
    if (this.isRevoked) return { error: { code: 401, description: 'Unauthorized' } };
    if (method.toLowerCase() === 'getupdates') return this.spend('getupdates', {}) ?? {};
    if (performance.now() < this.floodUntil) return { error: tooManyRequests(this.floodSeconds) };
    const found = this.spend(method.toLowerCase(), about) ?? this.spend('*', about);
    const lost =
      !found && this.lostShare > 0 && this.chance() < this.lostShare ? { drop: 'after' as const } : {};
    return { ...(this.delayMs > 0 && { delayMs: this.delayMs }), ...(found ?? lost) };
  }

  private spend(method: string, about: About): FaultPlan | undefined {
    const found = this.planned.find(
      (plan) => plan.left > 0 && plan.method === method && isAbout(plan, about),
    );
    if (found) found.left -= 1;
    return found;
  }
}

export function refusalOf(plan: FaultPlan): Refusal | undefined {
  if (!plan.error) return undefined;
  return new Refusal(plan.error.code, plan.error.description, plan.error.parameters);
}
