import { Api } from 'grammy';

const TELEGRAM = 'https://api.telegram.org';

export interface Connection {
  readonly token: string;
  readonly apiRoot?: string | undefined;
  readonly timeoutSeconds?: number;
}

/** Files get a second more for each of these, so that a slow line can carry them. */
const BYTES_A_SECOND = 200_000;
const LARGEST_BYTES = 50 * 1024 * 1024;

/** Well past the ten seconds after which Node gives up connecting: a call that ends here has left, one that ends there has not. */
const TIMEOUT_SECONDS = 15;

/** Seconds after which a call with so large a body counts as lost. */
export const patienceFor = (bytes: number, timeoutSeconds = TIMEOUT_SECONDS): number =>
  timeoutSeconds + bytes / BYTES_A_SECOND;

/** grammY's client over Node's own fetch, so that the status of an answer is seen and not only its body. */
export function createApi({ token, apiRoot, timeoutSeconds }: Connection): Api {
  return new Api(token, {
    apiRoot: rootOf(apiRoot),
    // Its own patience does not know the size of a body: ours, in `fetchAnswer`, ends first.
    timeoutSeconds: patienceFor(2 * LARGEST_BYTES, timeoutSeconds),
    fetch: (url: string, call: Call) => fetchAnswer(url, call, timeoutSeconds),
  });
}

export function fileUrl({ token, apiRoot }: Connection, filePath: string): string {
  return `${rootOf(apiRoot)}/file/bot${token}/${filePath}`;
}

const rootOf = (apiRoot: string | undefined): string => (apiRoot ?? TELEGRAM).replace(/\/+$/, '');

interface Call {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** A stream when there are files in it. */
  readonly body: string | AsyncIterable<Uint8Array>;
  readonly signal: Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>;
}

async function fetchAnswer(
  url: string,
  call: Call,
  timeoutSeconds: number | undefined,
): Promise<{ json(): Promise<unknown> }> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (call.signal.aborted) abort();
  call.signal.addEventListener('abort', abort);
  let timer: NodeJS.Timeout | undefined;
  try {
    const { method, headers } = call;
    const body = typeof call.body === 'string' ? call.body : await gathered(call.body);
    timer = setTimeout(abort, patienceFor(body.length, timeoutSeconds) * 1000);
    const response = await fetch(url, { method, headers, body, signal: controller.signal });
    const answer = answerIn(response.status, await response.text());
    return { json: () => Promise.resolve(answer) };
  } finally {
    clearTimeout(timer);
    call.signal.removeEventListener('abort', abort);
  }
}

async function gathered(parts: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const known: Uint8Array[] = [];
  for await (const part of parts) known.push(part);
  return Buffer.concat(known);
}

/** A gateway's own 5xx page counts as Telegram's 5xx; any other page says the call never reached Telegram. */
function answerIn(status: number, body: string): unknown {
  const parsed = parse(body);
  if (parsed !== undefined) return parsed;
  if (status >= 500 || status === 429) return { ok: false, error_code: status, description: 'no API answer' };
  if (status >= 200 && status < 300) throw new Error(`The answer with status ${status} is no JSON`);
  throw Object.assign(new Error(`Status ${status} from something that is not the Bot API`), {
    code: 'NOT_THE_API',
  });
}

function parse(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'ok' in value ? value : undefined;
  } catch {
    return undefined;
  }
}

const NEVER_LEFT = new Set([
  'NOT_THE_API',
  'EACCES',
  'EADDRNOTAVAIL',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'EMFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const NO_SECURE_LINE = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/;

/** False when the failure shows that the call never got to the messenger; in doubt, true. */
export function hasLeft(error: unknown): boolean {
  return !causes(error).some(isBeforeLeaving);
}

function isBeforeLeaving(cause: { code?: unknown; syscall?: unknown; message?: unknown }): boolean {
  const code = typeof cause.code === 'string' ? cause.code : '';
  if (NEVER_LEFT.has(code) || NO_SECURE_LINE.test(code)) return true;
  if (cause.syscall === 'connect' || cause.syscall === 'getaddrinfo') return true;
  return typeof cause.message === 'string' && cause.message.includes('before secure TLS connection');
}

/** grammY wraps fetch's error, which wraps the socket's, which may gather one per address. */
function causes(error: unknown, depth = 0): object[] {
  if (typeof error !== 'object' || error === null || depth > 5) return [];
  const { error: inner, cause, errors } = error as { error?: unknown; cause?: unknown; errors?: unknown };
  const gathered: unknown[] = Array.isArray(errors) ? errors : [];
  return [error, ...[inner, cause, ...gathered].flatMap((next) => causes(next, depth + 1))];
}
