import type { Update } from '@grammyjs/types';
import type { Ledger } from './ledger';
import { conflict } from './refusal';
import type { Updates } from './updates';

interface Waiting {
  finish: () => void;
  fail: (refusal: Error) => void;
}

interface Ask {
  offset: number;
  limit: number;
  timeoutMs: number;
  /** Fires when the caller has gone. */
  gone: AbortSignal;
}

/** getUpdates: one poller at a time, a newer one ends the older. */
export class Polling {
  private waiting: Waiting | undefined;

  constructor(
    private readonly updates: Updates,
    private readonly ledger: Ledger,
  ) {
    updates.onAdd(() => this.waiting?.finish());
  }

  async ask({ offset, limit, timeoutMs, gone }: Ask): Promise<Update[]> {
    this.end('terminated by other getUpdates request; make sure that only one bot instance is running');
    if (offset < 0) this.updates.forgetAllBut(-offset);
    else this.updates.confirmBefore(offset);
    const ready = this.batch(limit);
    if (ready.length > 0 || timeoutMs === 0) return ready;
    await this.wait(timeoutMs, gone);
    return gone.aborted ? [] : this.batch(limit);
  }

  end(words: string): void {
    this.waiting?.fail(conflict(words));
  }

  private wait(timeoutMs: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => () => {
        clearTimeout(timer);
        if (this.waiting === own) this.waiting = undefined;
        act();
      };
      const own: Waiting = {
        finish: settle(resolve),
        fail: (refusal) => settle(() => reject(refusal))(),
      };
      const timer = setTimeout(own.finish, timeoutMs);
      gone.addEventListener('abort', own.finish, { once: true });
      this.waiting = own;
    });
  }

  private batch(limit: number): Update[] {
    return this.updates.batch(limit).map((item) => {
      this.ledger.deliveries.push({
        updateId: item.id,
        at: Date.now(),
        by: 'polling',
        status: 200,
        isRepeat: item.wasRepeat,
      });
      return item.update;
    });
  }
}
