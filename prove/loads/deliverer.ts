import type { Town } from '../../sandbox/town';
import { pause } from '../town-of';

const MOST_COPIES = 5;
const LATE_SHARE = 0.15;
const FIRST_UPDATE = 800_000_000;
const MOST_TRIES = 100;

interface Copy {
  readonly afterMs: number;
  /** 0..1: which of the bots gets it. */
  readonly share: number;
}

/** One to five copies, the more the rarer. */
function copiesBy(chance: () => number): Copy[] {
  const soon = () => (chance() < LATE_SHARE ? 400 : 30) * chance();
  const length = 1 + Math.floor(chance() ** 2 * MOST_COPIES);
  return Array.from({ length }, (_, copy) => ({ afterMs: copy === 0 ? 0 : soon(), share: chance() }));
}

/** Sends each update one to five times to bots by chance; the next of its queue goes when one copy was acknowledged. */
export class Deliverer {
  deliveries = 0;
  private last = FIRST_UPDATE;
  private readonly late: Promise<unknown>[] = [];

  constructor(private readonly town: Town) {}

  /** All that is left to chance is drawn at once, whatever else is sent meanwhile. */
  async queue(steps: readonly { readonly fields: object }[], chance: () => number): Promise<void> {
    const drawn = steps.map(({ fields }) => ({ fields, copies: copiesBy(chance) }));
    for (const { fields, copies } of drawn) {
      const body = JSON.stringify({ update_id: (this.last += 1), ...fields });
      const posts = copies.map((copy) => this.post(body, copy));
      this.late.push(...posts.slice(1));
      await posts[0];
    }
  }

  settled = () => Promise.all(this.late);

  /** Again until it is acknowledged, as the messenger does. */
  private async post(body: string, { afterMs, share }: Copy): Promise<void> {
    if (afterMs > 0) await pause(afterMs);
    const headers = {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': this.town.door.secret,
    };
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      this.deliveries += 1;
      const ports = this.town.door.portsOf();
      const port = ports[Math.floor(share * ports.length)];
      const answer = await fetch(`http://127.0.0.1:${port}/telegram`, {
        method: 'POST',
        headers,
        body,
      }).catch(() => undefined);
      if (answer?.ok) return;
      await pause(100);
    }
    throw new Error('an update is never acknowledged');
  }
}
