import type { Lease, Log } from '../use-cases/ports';

const ONLY_ONE_MS = 30_000;
const TRY_AGAIN_MS = 2_000;

export interface Announcement {
  readonly lease: Lease;
  readonly log: Log;
  /** A word when the messenger took it, else how it refused. */
  readonly tell: () => Promise<string | { readonly result: string }>;
  /** Waits before the next try. */
  readonly wait?: () => Promise<void>;
}

const aWhile = () => new Promise<void>((resolve) => setTimeout(resolve, TRY_AGAIN_MS));

/** True when there is no more to do here: it was told, or another process is about it. */
async function isTold({ lease, log, tell }: Announcement): Promise<boolean> {
  try {
    if (!(await lease.hold('announce', ONLY_ONE_MS))) return true;
    const told = await tell().finally(() => lease.release('announce').catch(() => undefined));
    if (typeof told === 'string') return true;
    log.error({ result: told.result }, 'Telegram does not take where to deliver, trying again');
  } catch (error) {
    log.warn({ error }, 'the announcement could not be made, trying again');
  }
  return false;
}

async function keepTelling(announcement: Announcement): Promise<void> {
  const { wait = aWhile } = announcement;
  do await wait();
  while (!(await isTold(announcement)));
}

/**
 * Tells the messenger what only one process of many may tell. When it does not take it, or Redis does not say who may, that
 * is logged and tried until it is told, while the process goes to work: an earlier webhook may still stand.
 */
export async function announce(announcement: Announcement): Promise<void> {
  if (!(await isTold(announcement))) void keepTelling(announcement);
}
