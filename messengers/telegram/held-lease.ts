import { nameOf } from './call';
import type { Lease, Log } from './ports';

/** A lease in our hands, renewed in the background. */
export interface Keep {
  /** Aborted when the tenure has to end: a stop, or somebody else has the lease. */
  readonly signal: AbortSignal;
  end(): void;
  isLost(): boolean;
  giveBack(): Promise<void>;
}

export interface LeaseOptions {
  readonly lease: Lease;
  readonly log: Log;
  readonly name: string;
  readonly ms: number;
}

/** While the store is away the holder goes on, and the others keep standing by. */
export function heldLease(options: LeaseOptions): {
  take(): Promise<boolean>;
  keep(stop: AbortSignal): Keep;
} {
  return { take: async () => (await ask(options)) === true, keep: (stop) => keep(options, stop) };
}

function keep(options: LeaseOptions, stop: AbortSignal): Keep {
  const over = new AbortController();
  let isLost = false;
  let renewal = Promise.resolve();
  const renew = async () => {
    if ((await ask(options)) !== false) return;
    isLost = true;
    over.abort();
  };
  const timer = setInterval(() => void (renewal = renew()), options.ms / 3);
  return {
    signal: AbortSignal.any([stop, over.signal]),
    end: () => over.abort(),
    isLost: () => isLost,
    giveBack: async () => {
      clearInterval(timer);
      await renewal;
      if (!isLost) await options.lease.release(options.name).catch(() => undefined);
    },
  };
}

async function ask({ lease, log, name, ms }: LeaseOptions): Promise<boolean | 'unknown'> {
  try {
    return await lease.hold(name, ms);
  } catch (error) {
    log.warn({ problem: nameOf(error) }, 'the polling lease cannot be asked');
    return 'unknown';
  }
}
