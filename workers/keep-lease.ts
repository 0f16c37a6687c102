import type { Notice } from '../domain/notice';
import type { WorkerDeps } from './worker-deps';

interface Lease {
  readonly notice: Notice;
  readonly ms: number;
}

/** Holds a notice for as long as `act` takes: its lease is renewed three times before it would run out. */
export async function keepLease<T>(
  { notices }: Pick<WorkerDeps, 'notices'>,
  { notice, ms }: Lease,
  act: () => Promise<T>,
): Promise<T> {
  // One that cannot be renewed runs out, and another worker takes over.
  const renew = () => void notices.renew(notice, ms).catch(() => undefined);
  const timer = setInterval(renew, ms / 3);
  try {
    return await act();
  } finally {
    clearInterval(timer);
  }
}
