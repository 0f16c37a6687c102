import type { Lease, Log } from '../use-cases/ports';
import { waitAsSaid, type Answer, type Pause, type Refusal } from './ask-again';

const ONLY_ONE_MS = 30_000;
const LATER: Refusal = { result: 'later' };

export interface Announcement {
  readonly lease: Lease;
  readonly log: Log;
  readonly tell: () => Promise<Answer>;
  /** Waits before the next try. */
  readonly wait?: Pause;
}

/** What stands in the way. Whoever holds the lease may have died before it told: each process tells for itself. */
async function tellOnce({ lease, log, tell }: Announcement): Promise<Refusal | undefined> {
  try {
    if (!(await lease.hold('announce', ONLY_ONE_MS))) return LATER;
    const told = await tell().finally(() => lease.release('announce').catch(() => undefined));
    if (typeof told === 'string') return undefined;
    log.error({ result: told.result }, 'Telegram does not take where to deliver, trying again');
    return told;
  } catch (error) {
    log.warn({ error }, 'the announcement could not be made, trying again');
    return LATER;
  }
}

async function keepTelling(announcement: Announcement, refused: Refusal): Promise<void> {
  const { wait = waitAsSaid } = announcement;
  for (let refusal: Refusal | undefined = refused; refusal; refusal = await tellOnce(announcement))
    await wait(refusal);
}

/**
 * Tells the messenger what only one process at a time may tell. When it does not take it, another is about it, or Redis does
 * not say, it is tried until it is told, while the process goes to work: an earlier webhook may still stand.
 */
export async function announce(announcement: Announcement): Promise<void> {
  const refusal = await tellOnce(announcement);
  if (refusal) void keepTelling(announcement, refusal);
}
