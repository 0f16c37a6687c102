import type { Api } from 'grammy';
import { nameOf } from './call';
import { ChatOrder, Room } from './chat-order';
import { refusalIn } from './classify';
import { Confirmation } from './confirmation';
import type { Arrived, Door } from './intake';
import { arrive } from './intake';
import { nap } from './nap';
import { ALLOWED_UPDATES } from './update';

const BATCH = 100;
const PLACES = 16;
const LOOK_AGAIN_MS = 200;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;
const DRAIN_MS = 7_000;

export type Ending = 'ended' | 'conflict' | 'token_wrong';

export interface TenureOptions {
  readonly door: Door;
  readonly api: Api;
  readonly pollSeconds: number;
  /** Ends the tenure: a stop, or a lost lease. */
  readonly signal: AbortSignal;
}

/** The time in which this process, and no other, asks Telegram for updates. */
export class Tenure {
  private readonly confirmation = new Confirmation();
  private readonly order = new ChatOrder();
  private readonly room = new Room(PLACES);
  private readonly carrying = new Set<Promise<void>>();

  constructor(private readonly options: TenureOptions) {}

  /** Asks and hands out until the signal, a second poller or a refused token ends it. */
  async serve(): Promise<Ending> {
    const { api, signal } = this.options;
    let hasCleared = false;
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      try {
        // A webhook left over from another way of running makes every getUpdates a conflict.
        if (!hasCleared) await api.raw.deleteWebhook({}, signal as never);
        hasCleared = true;
        await this.ask();
        pauseMs = FIRST_PAUSE_MS;
      } catch (error) {
        if (signal.aborted) break;
        const ending = this.explain(error);
        if (typeof ending === 'string') return ending;
        await nap(ending.waitMs ?? pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
    return 'ended';
  }

  /** Waits for what is under way; what does not end in time is left for whoever asks next. */
  async drain(): Promise<void> {
    const enough = new AbortController();
    await Promise.race([Promise.allSettled([...this.carrying]), nap(DRAIN_MS, enough.signal)]);
    enough.abort();
  }

  /** Lets Telegram forget what was carried out. */
  async confirm(): Promise<void> {
    const { offset } = this.confirmation;
    if (offset === undefined) return;
    const { api, door } = this.options;
    try {
      const enough = AbortSignal.timeout(2_000);
      await api.raw.getUpdates({ offset, limit: 1, timeout: 0 }, enough as never);
    } catch (error) {
      door.log.warn(
        { problem: nameOf(error) },
        'the last updates could not be confirmed and will come again',
      );
    }
  }

  private async ask(): Promise<void> {
    const { api, signal, pollSeconds, door } = this.options;
    const isIdle = this.confirmation.underWay === 0;
    const { offset } = this.confirmation;
    const updates: unknown[] = await api.raw.getUpdates(
      {
        ...(offset === undefined ? {} : { offset }),
        limit: BATCH,
        timeout: isIdle ? pollSeconds : 0,
        allowed_updates: ALLOWED_UPDATES,
      },
      signal as never,
    );
    for (const raw of updates) this.handOut(arrive(door, raw), offset);
    if (this.carrying.size > 0) await this.progress();
  }

  private handOut(arrived: Arrived, askedFrom: number | undefined): void {
    const { updateId } = arrived;
    if (updateId !== undefined && !this.confirmation.begin(updateId, askedFrom)) return;
    const carried = this.order.add(arrived.chatKey, () => this.carry(arrived));
    this.carrying.add(carried);
    void carried.finally(() => this.carrying.delete(carried));
  }

  private async carry({ updateId, handle }: Arrived): Promise<void> {
    const { signal } = this.options;
    for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      if ((await this.room.run(handle)) === 'done') {
        if (updateId !== undefined) this.confirmation.finish(updateId);
        return;
      }
      await nap(pauseMs, signal);
    }
    if (updateId !== undefined) this.confirmation.giveUp(updateId);
  }

  /** Until all is carried out, but not so long that a slow chat keeps others waiting. */
  private async progress(): Promise<void> {
    const enough = new AbortController();
    await Promise.race([Promise.all([...this.carrying]), nap(LOOK_AGAIN_MS, enough.signal)]);
    enough.abort();
  }

  private explain(error: unknown): Exclude<Ending, 'ended'> | { waitMs?: number } {
    const { log } = this.options.door;
    const { refusal } = refusalIn(error);
    if (refusal?.code === 409) {
      log.error({ code: 409 }, 'another program polls with the same token; this one stops');
      return 'conflict';
    }
    if (refusal?.code === 401 || refusal?.code === 404) {
      log.error({ code: refusal.code }, 'Telegram does not accept the token; polling stops');
      return 'token_wrong';
    }
    log.warn({ code: refusal?.code, problem: nameOf(error) }, 'Telegram gives no updates, trying again');
    return refusal?.retryAfterSeconds ? { waitMs: refusal.retryAfterSeconds * 1000 } : {};
  }
}
