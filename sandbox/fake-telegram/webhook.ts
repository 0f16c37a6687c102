import type { WebhookInfo } from '@grammyjs/types';
import type { Ledger } from './ledger';
import type { Reply } from './post-json';
import { postJson } from './post-json';
import type { Pending, Updates } from './updates';

export interface WebhookAddress {
  url: string;
  secret: string;
  maxConnections: number;
}

export interface WebhookOptions {
  /** What Telegram's "one second" of waiting lasts here. */
  retryBaseMs: number;
  timeoutMs: number;
}

interface Attempt {
  failures: number;
  wakeAt: number;
}

const LONGEST_WAIT = 60;
const NO_REPLY: Reply = { status: 0, retryAfter: 0, body: '' };

/** Posts updates to the bot: in order within a lane, again until a 2xx comes. */
export class Webhook {
  address: WebhookAddress | undefined;
  private readonly busy = new Map<string, AbortController>();
  private readonly attempts = new Map<number, Attempt>();
  private timer: NodeJS.Timeout | undefined;
  private lastError: { at: number; words: string } | undefined;
  /** Carries out a method the bot put into its answer. */
  onReply: (body: Record<string, unknown>) => void = () => {};

  constructor(
    private readonly updates: Updates,
    private readonly ledger: Ledger,
    private readonly options: WebhookOptions,
  ) {
    updates.onAdd(() => this.pump());
  }

  set(address: WebhookAddress): void {
    this.stop();
    this.address = address;
    this.lastError = undefined;
    this.pump();
  }

  stop(): void {
    this.address = undefined;
    clearTimeout(this.timer);
    for (const sending of this.busy.values()) sending.abort();
    this.busy.clear();
    this.attempts.clear();
  }

  describe(): WebhookInfo {
    return {
      url: this.address?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: this.updates.count(),
      ...(this.address && { max_connections: this.address.maxConnections, ip_address: '127.0.0.1' }),
      ...(this.lastError && {
        last_error_date: Math.floor(this.lastError.at / 1000),
        last_error_message: this.lastError.words,
      }),
      ...(this.updates.allowed.length > 0 && { allowed_updates: this.updates.allowed as never }),
    };
  }

  private pump(): void {
    if (!this.address) return;
    clearTimeout(this.timer);
    const now = performance.now();
    let nextWake = Infinity;
    for (const item of this.updates.heads()) {
      if (this.busy.has(item.lane)) continue;
      if (this.busy.size >= this.address.maxConnections) return;
      const wakeAt = this.attempts.get(item.id)?.wakeAt ?? 0;
      if (wakeAt > now) nextWake = Math.min(nextWake, wakeAt);
      else void this.send(item, this.address);
    }
    if (nextWake < Infinity) this.timer = setTimeout(() => this.pump(), Math.ceil(nextWake - now));
  }

  private async send(item: Pending, address: WebhookAddress): Promise<void> {
    const stopped = new AbortController();
    this.busy.set(item.lane, stopped);
    const reply = await this.post(item, address, stopped.signal);
    if (stopped.signal.aborted) return;
    this.busy.delete(item.lane);
    this.ledger.deliveries.push({
      updateId: item.id,
      at: Date.now(),
      by: 'webhook',
      status: reply.status,
      isRepeat: item.wasRepeat,
    });
    if (reply.status >= 200 && reply.status < 300) this.succeeded(item, reply);
    else this.failed(item, reply);
    this.pump();
  }

  private succeeded(item: Pending, reply: Reply): void {
    this.attempts.delete(item.id);
    this.updates.confirm(item);
    const method = reply.body.startsWith('{') ? parse(reply.body) : undefined;
    if (method?.['method']) this.onReply(method);
  }

  private failed(item: Pending, reply: Reply): void {
    const failures = this.attempts.get(item.id)?.failures ?? 0;
    const doubled = failures === 0 ? 0 : Math.min(LONGEST_WAIT, 2 ** failures);
    const wait = Math.min(3600, reply.retryAfter) || doubled;
    const wakeAt = performance.now() + wait * this.options.retryBaseMs;
    this.attempts.set(item.id, { failures: failures + 1, wakeAt });
    const words =
      reply.status === 0 ? 'Connection refused' : `Wrong response from the webhook: ${reply.status}`;
    this.lastError = { at: Date.now(), words };
  }

  private post(item: Pending, address: WebhookAddress, stopped: AbortSignal): Promise<Reply> {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (address.secret) headers['x-telegram-bot-api-secret-token'] = address.secret;
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(this.options.timeoutMs)]);
    return postJson({ url: address.url, headers, body: JSON.stringify(item.update), signal }).catch(
      () => NO_REPLY,
    );
  }
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
