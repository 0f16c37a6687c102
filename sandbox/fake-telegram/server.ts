import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCall, toAnswer } from './answer-call';
import { Arguments } from './arguments';
import type { Fake } from './fake';
import type { Answer } from './ledger';
import { readArguments } from './read-request';
import { Refusal } from './refusal';

/** Handles a path of its own and says so, or leaves it. */
export type Extra = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean;

export async function startServer(fake: Fake, port: number, extra: Extra): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (extra(request, response, url)) return;
    handle(fake, { request, response, url }).catch((trouble: unknown) => fail(response, trouble));
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

async function handle(fake: Fake, exchange: Exchange): Promise<void> {
  const { pathname } = exchange.url;
  const [, file, token, rest] = /^(\/file)?\/bot([^/]+)\/(.+?)\/?$/.exec(pathname) ?? [];
  if (token === undefined || rest === undefined) return send(exchange.response, refused(404, 'Not Found'));
  if (decodeURIComponent(token) !== fake.token) return send(exchange.response, refused(401, 'Unauthorized'));
  if (file) return sendFile(fake, exchange.response, decodeURIComponent(rest));
  return answerMethod(fake, exchange, rest);
}

async function answerMethod(fake: Fake, exchange: Exchange, method: string): Promise<void> {
  const { request, response, url } = exchange;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const args = await readArguments(request, url.searchParams);
  const call = await answerCall(fake, { method, args, gone: gone.signal });
  if (call.lost) response.socket?.destroy();
  else send(response, call.answer);
}

const refused = (code: number, description: string): Answer => ({ ok: false, error_code: code, description });

function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  const status = answer.ok ? 200 : answer.error_code;
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  const wait = answer.ok
    ? undefined
    : (answer.parameters as { retry_after?: number } | undefined)?.retry_after;
  if (wait) headers['retry-after'] = String(wait);
  response.writeHead(status, headers).end(JSON.stringify(answer));
}

function sendFile(fake: Fake, response: ServerResponse, path: string): void {
  if (fake.faults.take('file').error) return send(response, refused(401, 'Unauthorized'));
  const file = fake.files.at(path);
  if (!file) return send(response, refused(404, 'Not Found'));
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.bytes.length,
  });
  response.end(file.bytes);
}

function fail(response: ServerResponse, trouble: unknown): void {
  if (trouble instanceof Refusal) return send(response, toAnswer(trouble));
  send(
    response,
    refused(500, `Internal Server Error: ${trouble instanceof Error ? trouble.message : 'unknown'}`),
  );
}

/** Carries out a method that came back in a webhook's answer. */
export function answerInline(fake: Fake, body: Record<string, unknown>): void {
  const { method, ...rest } = body;
  const values = Object.entries(rest).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const gone = new AbortController().signal;
  void answerCall(fake, { method: String(method), args: new Arguments(new Map(values)), gone });
}
