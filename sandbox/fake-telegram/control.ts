import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord } from './arguments';
import type { Change } from './changes';
import { GROUP_ACTIONS, PERSON_ACTIONS } from './control-actions';
import { readBody } from './read-request';
import type { FakeTelegram, GroupOptions, PersonOptions } from './telegram';

type Reply = { status: number; body: unknown };
type Route = (telegram: FakeTelegram, asked: { path: string[]; url: URL; body: unknown }) => unknown;

const ROUTES: Record<string, Route> = {
  'GET state': (telegram) => stateOf(telegram),
  'POST people': (telegram, { body }) => ({ id: telegram.person(body as PersonOptions).id }),
  'POST groups': (telegram, { body }) => ({ id: telegram.group(groupOptions(telegram, body)).id }),
  'POST people/*/*': (telegram, { path, body }) => actPerson(telegram, path, body),
  'POST groups/*/*': (telegram, { path, body }) => actGroup(telegram, path, body),
  'GET chats/*/messages': (telegram, { path }) => telegram.chatMessages(Number(path[1])),
  'GET ledger': ({ ledger }) => ({
    calls: ledger.calls,
    violations: ledger.violations,
    deliveries: ledger.deliveries,
  }),
  'POST ledger/forget': ({ ledger }) => ledger.forget(),
  'POST faults/*': (telegram, { path, body }) => orderFault(telegram, path[1]!, body),
  'POST clock': (telegram, { body }) => moveClock(telegram, body),
};

/** The driving API for another process, beside the Bot API: `/control/…`, JSON, this machine only. */
export function serveControl(telegram: FakeTelegram) {
  return (request: IncomingMessage, response: ServerResponse, url: URL): boolean => {
    if (!url.pathname.startsWith('/control/')) return false;
    const path = url.pathname.slice('/control/'.length).split('/').map(decodeURIComponent);
    if (path[0] === 'events') streamChanges(telegram, response);
    else if (path[0] === 'files') sendFile(telegram, response, path[1] ?? '');
    else
      void answer(telegram, request, { path, url }).then(({ status, body }) => send(response, status, body));
    return true;
  };
}

async function answer(
  telegram: FakeTelegram,
  request: IncomingMessage,
  { path, url }: { path: string[]; url: URL },
): Promise<Reply> {
  const route = findRoute(request.method ?? 'GET', path);
  if (!route) return { status: 404, body: { error: 'no such control' } };
  const isJson = request.headers['content-type']?.startsWith('application/json');
  if (request.method === 'POST' && !isJson) return { status: 415, body: { error: 'JSON only' } };
  try {
    const raw = (await readBody(request)).toString('utf8');
    const body: unknown = raw ? JSON.parse(raw) : {};
    return { status: 200, body: (await route(telegram, { path, url, body })) ?? {} };
  } catch (trouble) {
    return { status: 422, body: { error: trouble instanceof Error ? trouble.message : String(trouble) } };
  }
}

function findRoute(method: string, path: string[]): Route | undefined {
  const found = Object.entries(ROUTES).find(([name]) => {
    const [verb, pattern] = name.split(' ') as [string, string];
    const parts = pattern.split('/');
    const fits = parts.length === path.length && parts.every((part, i) => part === '*' || part === path[i]);
    return verb === method && fits;
  });
  return found?.[1];
}

function stateOf(telegram: FakeTelegram) {
  return {
    bot: telegram.bot,
    people: telegram.everybody().map((person) => person.record),
    groups: telegram.groups().map((group) => ({
      id: group.id,
      title: group.title,
      isForum: group.chat.isForum,
      botStatus: group.chat.bot,
      members: [...group.chat.members].map(([id, status]) => ({ id, status })),
      topics: group.topics().map(({ id, name, isClosed }) => ({ id, name, isClosed })),
    })),
    pendingUpdates: telegram.pendingUpdates(),
    now: telegram.now().getTime(),
  };
}

function groupOptions(telegram: FakeTelegram, body: unknown): GroupOptions {
  const { members, admins, ...rest } = body as GroupOptions & { members?: number[]; admins?: number[] };
  const people = (ids: unknown) =>
    Array.isArray(ids) ? ids.map((id) => personBy(telegram, Number(id))) : [];
  return { ...rest, members: people(members), admins: people(admins) };
}

function personBy(telegram: FakeTelegram, id: number) {
  const person = telegram.personBy(id);
  if (!person) throw new Error(`there is no person ${id}`);
  return person;
}

function argsOf(body: unknown): unknown[] {
  return isRecord(body) && Array.isArray(body['args']) ? body['args'] : [];
}

function actPerson(telegram: FakeTelegram, [, id, action]: string[], body: unknown): unknown {
  const act = PERSON_ACTIONS[action ?? ''];
  if (!act) throw new Error(`people cannot ${action}`);
  return act(telegram, personBy(telegram, Number(id)), argsOf(body));
}

function actGroup(telegram: FakeTelegram, [, id, action]: string[], body: unknown): unknown {
  const act = GROUP_ACTIONS[action ?? ''];
  const group = telegram.groups().find((one) => one.id === Number(id));
  if (!act || !group) throw new Error(`there is no group ${id} that ${action}`);
  return act(telegram, group, argsOf(body));
}

const FAULTS = [
  'nextCalls',
  'serverErrors',
  'tooMany',
  'dropBefore',
  'loseAnswers',
  'loseShareOfAnswers',
  'floodEverything',
  'delayEverything',
  'revokeToken',
  'restoreToken',
  'clear',
] as const;

function orderFault(telegram: FakeTelegram, name: string, body: unknown): void {
  const known = FAULTS.find((one) => one === name);
  if (!known) throw new Error(`there is no fault ${name}`);
  (telegram.faults[known] as (...args: unknown[]) => void).apply(telegram.faults, argsOf(body));
}

function moveClock(telegram: FakeTelegram, body: unknown): void {
  const offsetMs = isRecord(body) ? Number(body['offsetMs']) : NaN;
  if (!Number.isFinite(offsetMs)) throw new Error('offsetMs is a number');
  telegram.setClock(() => new Date(Date.now() + offsetMs));
}

/** Changes as server-sent events. */
function streamChanges(telegram: FakeTelegram, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': here\n\n');
  const unsubscribe = telegram.subscribe((change: Change) => {
    response.write(`id: ${change.seq}\ndata: ${JSON.stringify(change)}\n\n`);
  });
  response.on('close', unsubscribe);
}

function sendFile(telegram: FakeTelegram, response: ServerResponse, fileId: string): void {
  const file = telegram.fileBytes(fileId);
  if (!file) return send(response, 404, { error: 'no such file' });
  response.writeHead(200, { 'content-type': file.mime, 'x-content-type-options': 'nosniff' }).end(file.bytes);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
