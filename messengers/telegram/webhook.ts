import { createHash, timingSafeEqual } from 'node:crypto';
import { ChatOrder } from './chat-order';
import type { Door } from './intake';
import { arrive, setAsideUnread } from './intake';

export interface WebhookOptions extends Door {
  readonly secret: string;
}

export type WebhookHandler = (request: Request) => Promise<Response>;

const BODY_LIMIT_BYTES = 1024 * 1024;
const RETRY_AFTER_SECONDS = '2';
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
const SECRET = /^[A-Za-z0-9_-]{16,256}$/;

/**
 * Takes Telegram's deliveries: 200 when carried out, ignored or put aside, 503 when it should come again,
 * 401 before anything is read, 400 for what broke off on the way. Throws at once when the secret is weak.
 * What is too big or no JSON is put aside too: refused, it would come again for a day before all that follows it.
 */
export function createWebhookHandler(options: WebhookOptions): WebhookHandler {
  if (!SECRET.test(options.secret)) {
    throw new Error('The webhook secret must be 16 to 256 letters, digits, "_" or "-"');
  }
  const expected = digest(options.secret);
  const order = new ChatOrder();
  return async (request) => {
    if (request.method !== 'POST') return answer(405);
    const offered = digest(request.headers.get(SECRET_HEADER) ?? '');
    if (!timingSafeEqual(offered, expected)) return answer(401);
    const body = await readBody(request);
    if (body === 'broken') return answer(400);
    const raw = body === 'too_big' ? undefined : parse(body.toString('utf8'));
    if (raw === undefined) return acknowledged(await setAsideUnread(options, body));
    const arrived = arrive(options, raw);
    return acknowledged(await order.add(arrived.chatKey, arrived.handle));
  };
}

const acknowledged = (outcome: 'done' | 'unavailable') =>
  outcome === 'done' ? answer(200) : answer(503, { 'retry-after': RETRY_AFTER_SECONDS });

const answer = (status: number, headers: Record<string, string> = {}) =>
  new Response(null, { status, headers });

const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest();

async function readBody(request: Request): Promise<Buffer | 'too_big' | 'broken'> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT_BYTES) return 'too_big';
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > BODY_LIMIT_BYTES) return 'too_big';
      chunks.push(chunk);
    }
  } catch {
    return 'broken';
  }
  return Buffer.concat(chunks, size);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
