/** At most `most` sends in any `windowMs`, wherever the window begins. */
export interface Limit {
  readonly most: number;
  readonly windowMs: number;
}

export interface SendingLimits {
  readonly all: Limit;
  readonly chat: Limit;
  readonly group: Limit;
  /** The part of `all` and `group` a lane may use; the rest is kept for the lanes before it. */
  readonly shares: Readonly<Record<string, number>>;
}

/**
 * Telegram's limits (docs/guarantees), with a little more time for what the way there shifts. 3 in 3 s is one a second with a
 * small burst. A broadcast leaves a fifth, so that it never keeps a reply waiting.
 */
export const TELEGRAM_LIMITS: SendingLimits = {
  all: { most: 30, windowMs: 1030 },
  chat: { most: 3, windowMs: 3020 },
  group: { most: 20, windowMs: 60_020 },
  shares: { reply: 1, notice: 0.9, broadcast: 0.8 },
};

/** How much of a limit the lane may use; an unknown lane is treated as a broadcast. */
export const shareOf = (limit: Limit, lane: string, { shares }: SendingLimits): number =>
  Math.max(1, Math.floor(limit.most * (shares[lane] ?? shares['broadcast'] ?? 1)));
