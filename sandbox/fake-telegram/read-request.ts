import type { IncomingMessage } from 'node:http';
import type { Upload } from './arguments';
import { Arguments, isRecord } from './arguments';
import { badRequest, Refusal } from './refusal';

const UPLOAD_LIMIT = 50 * 1024 * 1024;

/** A call's parameters from the query string and a JSON, urlencoded or multipart body. */
export async function readArguments(request: IncomingMessage, query: URLSearchParams): Promise<Arguments> {
  const values = new Map<string, string>(query);
  const uploads = new Map<string, Upload>();
  const body = await readBody(request);
  const type = request.headers['content-type'] ?? '';
  if (body.length === 0) return new Arguments(values, uploads);
  if (type.startsWith('application/json')) readJson(body, values);
  else if (type.startsWith('application/x-www-form-urlencoded')) readForm(body, values);
  else if (type.startsWith('multipart/form-data')) readMultipart(body, type, { values, uploads });
  return new Arguments(values, uploads);
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > UPLOAD_LIMIT + 65_536) throw new Refusal(413, 'Request Entity Too Large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function readJson(body: Buffer, values: Map<string, string>): void {
  const parsed = parseObject(body);
  for (const [name, value] of Object.entries(parsed)) {
    if (value === null || value === undefined) continue;
    values.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
}

function parseObject(body: Buffer): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw badRequest("can't parse request body as JSON object");
  }
  if (!isRecord(parsed)) throw badRequest("can't parse request body as JSON object");
  return parsed;
}

function readForm(body: Buffer, values: Map<string, string>): void {
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) values.set(name, value);
}

interface Fields {
  values: Map<string, string>;
  uploads: Map<string, Upload>;
}

function readMultipart(body: Buffer, type: string, { values, uploads }: Fields): void {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (!boundary) throw badRequest('boundary not found in multipart request');
  for (const part of splitParts(body, `--${boundary}`)) {
    const { headers, content } = splitHeaders(part);
    const disposition = headers.get('content-disposition') ?? '';
    const name = /(?:^|[;\s])name="([^"]*)"/.exec(disposition)?.[1];
    if (name === undefined) throw badRequest('no field name found in multipart part');
    const named = /filename=(?:"([^"]*)"|([^;\s][^;]*))/.exec(disposition);
    if (!named) values.set(name, content.toString('utf8'));
    else {
      const mime = headers.get('content-type') ?? 'application/octet-stream';
      uploads.set(name, { name: named[1] ?? named[2] ?? '', mime, bytes: content });
    }
  }
}

function splitParts(body: Buffer, delimiter: string): Buffer[] {
  const parts: Buffer[] = [];
  let from = body.indexOf(delimiter);
  while (from >= 0) {
    const start = from + delimiter.length;
    const next = body.indexOf(`\r\n${delimiter}`, start);
    if (next < 0) break;
    parts.push(body.subarray(start + 2, next));
    from = next + 2;
  }
  return parts;
}

function splitHeaders(part: Buffer): { headers: Map<string, string>; content: Buffer } {
  const end = part.indexOf('\r\n\r\n');
  const lines = part.subarray(0, end).toString('utf8').split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  return { headers, content: part.subarray(end + 4) };
}
