export type Rule = 'bot' | 'chat' | 'group' | 'ignored_retry_after';

export interface Call {
  id: number;
  method: string;
  chatId: number | undefined;
  /** Real time, milliseconds. */
  at: number;
  tookMs: number;
  payload: Record<string, unknown>;
  answer: Answer;
  /** The answer was carried out but never reached the caller, or the call was dropped unread. */
  lost?: 'before' | 'after';
}

export type Answer =
  { ok: true; result: unknown } | { ok: false; error_code: number; description: string; parameters?: object };

export interface Violation {
  at: number;
  rule: Rule;
  chatId: number | undefined;
  method: string;
}

export interface Delivery {
  updateId: number;
  at: number;
  by: 'webhook' | 'polling';
  /** HTTP status of the webhook's answer; 0 when it gave none. */
  status: number;
  isRepeat: boolean;
}

/** Everything that went over the wire, for tests and checkers to look at. */
export class Ledger {
  readonly calls: Call[] = [];
  readonly violations: Violation[] = [];
  readonly deliveries: Delivery[] = [];

  of(method: string, chatId?: number): Call[] {
    return this.calls.filter(
      (call) => call.method === method && (chatId === undefined || call.chatId === chatId),
    );
  }

  refused(): Call[] {
    return this.calls.filter((call) => !call.answer.ok);
  }

  forget(): void {
    this.calls.length = 0;
    this.violations.length = 0;
    this.deliveries.length = 0;
  }
}
