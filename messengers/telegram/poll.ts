import type { Door } from './intake';
import type { Keep } from './held-lease';
import { heldLease } from './held-lease';
import { nap } from './nap';
import type { Connection } from './network';
import { createApi } from './network';
import type { Lease } from './ports';
import type { Ending } from './tenure';
import { Tenure } from './tenure';

export interface PollerOptions extends Door {
  readonly connection: Connection;
  readonly lease: Lease;
  /** How long Telegram may hold a question open; 25 by default. */
  readonly pollSeconds?: number;
  /** How long the lease outlives a dead holder; 8,000 by default, so that another takes over within 10 s. */
  readonly leaseMs?: number;
}

export interface Poller {
  /** Polls whenever this process has the lease. Ends with `stopped`, or by itself with why it must not go on. */
  run(): Promise<'stopped' | 'conflict' | 'token_wrong'>;
  /** Finishes what is under way within 10 s, confirms it and gives the lease back. */
  stop(): Promise<void>;
  /** Is this the process that polls now? */
  isPolling(): boolean;
}

const STANDBY_MS = 1_000;

/** Long polling under a lease: of all processes one asks, the others stand by. */
export function createPoller(options: PollerOptions): Poller {
  const stopping = new AbortController();
  const state = { isPolling: false };
  let running: Promise<unknown> | undefined;
  return {
    run: () => {
      const ran = run(options, stopping.signal, state);
      running = ran;
      return ran;
    },
    stop: async () => {
      stopping.abort();
      await running?.catch(() => undefined);
    },
    isPolling: () => state.isPolling,
  };
}

interface State {
  isPolling: boolean;
}

async function run(options: PollerOptions, stopping: AbortSignal, state: State) {
  const { bot, connection, lease, leaseMs = 8_000, log, pollSeconds = 25 } = options;
  const held = heldLease({ lease, log, name: `polling-${bot.id}`, ms: leaseMs });
  const api = createApi({ ...connection, timeoutSeconds: pollSeconds + 10 });
  while (!stopping.aborted) {
    if (await held.take()) {
      const keep = held.keep(stopping);
      const tenure = new Tenure({ door: options, api, pollSeconds, signal: keep.signal });
      state.isPolling = true;
      log.info({ bot: bot.id }, 'this process polls Telegram now');
      const ending = await serve(tenure, keep).finally(() => (state.isPolling = false));
      if (ending !== 'ended') return ending;
    }
    await nap(STANDBY_MS, stopping);
  }
  return 'stopped' as const;
}

async function serve(tenure: Tenure, keep: Keep): Promise<Ending> {
  try {
    const ending = await tenure.serve();
    keep.end();
    await tenure.drain();
    if (ending === 'ended' && !keep.isLost()) await tenure.confirm();
    return ending;
  } finally {
    keep.end();
    await keep.giveBack();
  }
}
