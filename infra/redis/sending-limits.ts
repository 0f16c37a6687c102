/** At most `most` sends in any `windowMs`, wherever the window begins. */
export interface Limit {
  readonly most: number;
  readonly windowMs: number;
}

export interface SendingLimits {
  readonly all: Limit;
  readonly chat: Limit;
  readonly group: Limit;
  /** The part of `all` a lane may use; the rest is kept for the lanes before it. */
  readonly shares: Readonly<Record<string, number>>;
  /** The same of `group`, whose 20 are few (docs/decisions/007). */
  readonly groupShares: Readonly<Record<string, number>>;
  /** How many a lane may always have in each window of `all` and `group`: a flood of replies never starves a notice. */
  readonly floors: Readonly<Record<string, number>>;
}

/** What of one limit a lane may use. */
export interface LanePart {
  readonly lane: string;
  /** It waits while this many went in the window, whoever sent them … */
  readonly share: number;
  /** … unless fewer than this were its own. */
  readonly floor: number;
  /** More of its own never go: the rest is the others' floors. */
  readonly cap: number;
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
  groupShares: { reply: 1, notice: 0.95, broadcast: 0.8 },
  floors: { notice: 2, broadcast: 1 },
};

/** An unknown lane is treated as a broadcast. */
export function partOf(
  limit: Limit,
  wished: string,
  { shares, floors }: Pick<SendingLimits, 'shares' | 'floors'>,
): LanePart {
  const lane = wished in shares ? wished : 'broadcast';
  const floor = floors[lane] ?? 0;
  const reserved = Object.values(floors).reduce((sum, one) => sum + one, 0) - floor;
  return {
    lane,
    share: Math.max(1, Math.floor(limit.most * (shares[lane] ?? 1))),
    floor,
    cap: Math.max(1, limit.most - reserved),
  };
}
