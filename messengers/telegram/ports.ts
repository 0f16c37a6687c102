/** What this door asks of the house; the stores behind these words live elsewhere. */

/** Resolves to 0 when the call may go now, else to the milliseconds to wait. */
export interface SendingBudget {
  take(call: { messenger: string; chatId: string; isGroup: boolean; lane: string }): Promise<number>;
  pause(chat: { messenger: string; chatId: string }, ms: number): Promise<void>;
}

/** One holder at a time among all processes. */
export interface Lease {
  hold(name: string, ms: number): Promise<boolean>;
  release(name: string): Promise<void>;
}

export interface Log {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

/** Where an update goes that nobody could read or carry out. */
export interface Quarantine {
  put(entry: { id: string; at: Date; what: unknown; problem: string; ownerId?: string }): Promise<void>;
}

/** Who we are: from `checkToken`. */
export interface BotIdentity {
  readonly id: number;
  readonly username: string;
}
