import type { Town } from '../../sandbox/town';
import { pause } from '../town-of';

const MOST_COPIES = 5;
const LATE_SHARE = 0.15;
const FIRST_UPDATE = 800_000_000;

/** Sends each update one to five times to bots by chance; the next of its queue goes when one copy was acknowledged. */
export class Deliverer {
  deliveries = 0;
  private last = FIRST_UPDATE;
  private readonly late: Promise<unknown>[] = [];

  constructor(
    private readonly town: Town,
    private readonly chance: () => number,
  ) {}

  async queue(steps: readonly { readonly fields: object }[]): Promise<void> {
    for (const { fields } of steps) {
      const body = JSON.stringify({ update_id: (this.last += 1), ...fields });
      const copies = 1 + Math.floor(this.chance() * MOST_COPIES);
      const posts = Array.from({ length: copies }, (_, copy) =>
        this.post(
          body,
          copy === 0 ? 0 : this.chance() < LATE_SHARE ? 400 * this.chance() : 30 * this.chance(),
        ),
      );
      this.late.push(...posts.slice(1));
      await posts[0];
    }
  }

  settled = () => Promise.all(this.late);

  /** Again until it is acknowledged, as the messenger does. */
  private async post(body: string, afterMs: number): Promise<void> {
    if (afterMs > 0) await pause(afterMs);
    const ports = this.town.door.portsOf();
    const port = ports[Math.floor(this.chance() * ports.length)];
    const headers = {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': this.town.door.secret,
    };
    for (let tries = 0; tries < 20; tries += 1) {
      this.deliveries += 1;
      const answer = await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', headers, body });
      if (answer.ok) return;
      await pause(100);
    }
    throw new Error('an update is never acknowledged');
  }
}
