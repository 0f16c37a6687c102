import type { Verdict } from './classify';

/** How a call ended. */
type Heard = { readonly result: 'ok' } | Verdict;

/**
 * Whether anybody hears us. After a call whose answer never came nothing that people see leaves, until the messenger
 * answers a harmless call: an outage takes no message with it.
 */
export class Line {
  private isSilent = false;
  private asking: Promise<Verdict | undefined> | undefined;

  hears(result: Heard['result']): void {
    if (result === 'ambiguous') this.isSilent = true;
    else if (result !== 'later') this.isSilent = false;
  }

  /** Why nothing may leave now; `probe` is called once for all who ask meanwhile. */
  async trouble(probe: () => Promise<Heard>): Promise<Verdict | undefined> {
    if (!this.isSilent) return undefined;
    this.asking ??= this.ask(probe).finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async ask(probe: () => Promise<Heard>): Promise<Verdict | undefined> {
    const heard = await probe();
    if (heard.result === 'busy' || heard.result === 'stopped') return heard;
    return this.isSilent ? { result: 'later' } : undefined;
  }
}
