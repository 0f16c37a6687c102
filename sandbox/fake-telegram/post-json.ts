import type { IncomingMessage } from 'node:http';
import { Agent, request as plain } from 'node:http';
import { request as secure } from 'node:https';

export interface Reply {
  /** 0 when no answer came. */
  status: number;
  /** Seconds. */
  retryAfter: number;
  body: string;
}

interface Posted {
  url: string;
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
}

const agent = new Agent({ keepAlive: true, timeout: 5000 });

/** Posts over connections that stay open; Node's own client costs a third of fetch. */
export function postJson({ url, headers, body, signal }: Posted): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const isSecure = url.startsWith('https:');
    const length = Buffer.byteLength(body);
    const options = { method: 'POST', headers: { ...headers, 'content-length': length }, signal };
    const sent = isSecure ? secure(url, options) : plain(url, { ...options, agent });
    sent.on('response', (answer) => void readReply(answer).then(resolve, reject));
    sent.on('error', reject);
    sent.end(body);
  });
}

async function readReply(answer: IncomingMessage): Promise<Reply> {
  let body = '';
  for await (const part of answer.setEncoding('utf8')) body += String(part);
  return { status: answer.statusCode ?? 0, retryAfter: Number(answer.headers['retry-after']) || 0, body };
}
