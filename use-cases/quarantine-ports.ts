import type { Instant } from '../domain/instant';

/** An update nobody could carry out, kept for a moderator. `what` is the event as parsed, or as it came. */
export interface Quarantined {
  readonly id: string;
  readonly at: Instant;
  readonly what: unknown;
  readonly problem: string;
  /** `telegram-123`: whose words they are, where that can be told. */
  readonly ownerId?: string;
}

/** What a moderator did with it. `reason` comes with `dropped`. */
export interface Settled {
  readonly state: 'retried' | 'dropped';
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string;
}

export interface Quarantine {
  put(entry: Quarantined): Promise<void>;
  /** Those nobody settled yet, the oldest first. `total` counts all of them. */
  waiting(limit: number): Promise<{ readonly entries: readonly Quarantined[]; readonly total: number }>;
  /** One nobody settled yet. */
  find(id: string): Promise<Quarantined | undefined>;
  /** False when somebody settled it before. */
  settle(id: string, how: Settled): Promise<boolean>;
}
