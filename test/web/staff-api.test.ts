import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import fc from 'fast-check';
import { TOKEN_LASTS_MS, TOKEN_PACE } from '../../domain/api-token';
import type { Actor } from '../../domain/permissions';
import { RedisLimits } from '../../infra/redis/redis-limits';
import { issueToken, revokeToken } from '../../use-cases/api-tokens';
import { createStaffApi } from '../../web/staff-api/staff-api';
import { openRedis } from '../infra/stores';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, aPhoto, NOW } from '../support/builders';

const CONTROLLER: Actor = { id: 'telegram-50', roles: ['moderator', 'controller'] };
const OFFICIAL = { id: 'telegram-7', posts: [{ role: 'official', department: 'light' }], rev: 1 } as const;

let town: Town;
let redis: Awaited<ReturnType<typeof openRedis>>;
let root: string;
let close: () => void;
beforeAll(async () => {
  [town, redis] = [await openTown(), await openRedis()];
  const deps = () => ({ ...town.deps, isStoreUnavailable: () => false });
  const listen = (fetch: (request: Request) => Response | Promise<Response>) =>
    new Promise<string>((resolve) => {
      const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
        resolve(`http://127.0.0.1:${port}`),
      );
      close = () => void server.close();
    });
  root = await listen((request) => createStaffApi(deps()).fetch(request));
});
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert(OFFICIAL);
  await town.deps.citizens.insert(aCitizen({ name: 'Коваль Олена Петрівна', phone: '+380671112233' }));
});
afterAll(async () => {
  close();
  await redis.close();
  await town.close();
});

async function tokenOf(colleagueId: string = OFFICIAL.id): Promise<string> {
  const issued = await issueToken(town.deps, {
    actor: CONTROLLER,
    colleagueId,
    commandId: `issue-${colleagueId}`,
  });
  if (!issued.ok) throw new Error(issued.refusal);
  return issued.token;
}

interface Asked {
  readonly method?: string;
  readonly body?: string | FormData;
  readonly headers?: Record<string, string>;
}

async function asks(
  path: string,
  token: string | undefined,
  { method = 'GET', body, headers = {} }: Asked = {},
) {
  const answer = await fetch(root + path, {
    method,
    ...(body !== undefined && { body }),
    headers: {
      'accept-language': 'uk',
      connection: 'close',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
}

const posts = (path: string, token: string, given: unknown, headers: Record<string, string> = {}) =>
  asks(path, token, {
    method: 'POST',
    body: typeof given === 'string' ? given : JSON.stringify(given),
    headers: { 'content-type': 'application/json', ...headers },
  });

const NUMBER = '2026-000001';
const ANSWER = `/appeals/${NUMBER}/answer`;

describe('a token', () => {
  it('is kept as a hash only, and its act is in the audit', async () => {
    const token = await tokenOf();
    const kept = await town.deps.apiTokens.of(OFFICIAL.id);
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(kept)).not.toContain(token);
    const span = { from: new Date(0), until: new Date(NOW.getTime() + 1) };
    const acts = await town.deps.oversight.acts({ what: 'token.issued', span }, { skip: 0, limit: 9 });
    expect(acts).toMatchObject([{ by: CONTROLLER.id, about: OFFICIAL.id }]);
  });

  it('looks the same when unknown, of a wrong length, replaced, revoked, past or of one without a post', async () => {
    const replaced = await tokenOf();
    const revoked = await tokenOf();
    expect((await asks('/appeals', revoked)).status).toBe(200);
    await revokeToken(town.deps, { actor: CONTROLLER, colleagueId: OFFICIAL.id, commandId: 'revoke-1' });
    const seen = [
      await asks('/appeals', undefined),
      await asks('/appeals', revoked),
      await asks('/appeals', replaced),
    ];
    for (const wrong of [
      '0'.repeat(32),
      '0'.repeat(31),
      `${revoked}0`,
      '$ne',
      '{"$gt":""}',
      ' ',
      'x'.repeat(9000),
    ])
      seen.push(await asks('/appeals', wrong));
    const past = await tokenOf();
    town.isNow(new Date(NOW.getTime() + TOKEN_LASTS_MS));
    seen.push(await asks('/appeals', past));
    town.isNow(NOW);
    await town.deps.people.save({ ...OFFICIAL, posts: [], rev: 2 });
    seen.push(await asks('/appeals', past));
    expect(new Set(seen.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(seen[0]!.status).toBe(401);
  });

  it('cannot be had by a moderator who could not give its roles', async () => {
    const moderator: Actor = { id: 'telegram-51', roles: ['moderator'] };
    const about = { actor: moderator, commandId: 'issue-2' };
    expect(await issueToken(town.deps, { ...about, colleagueId: 'telegram-50' })).toMatchObject({
      ok: false,
      refusal: 'not_permitted',
    });
    expect(await issueToken(town.deps, { ...about, colleagueId: 'telegram-99' })).toMatchObject({
      ok: false,
    });
    const official: Actor = { id: 'telegram-7', roles: ['official'] };
    expect(
      await issueToken(town.deps, { ...about, actor: official, colleagueId: 'telegram-7' }),
    ).toMatchObject({ ok: false });
    expect(await revokeToken(town.deps, { ...about, colleagueId: 'telegram-50' })).toMatchObject({
      ok: false,
      refusal: 'not_permitted',
    });
  });

  it('is worth nothing once its holder is more than who gave it could make them', async () => {
    const moderator = { id: 'telegram-51', posts: [{ role: 'moderator' }], rev: 1 } as const;
    await town.deps.people.insert(moderator);
    const actor: Actor = { id: moderator.id, roles: ['moderator'] };
    const issued = await issueToken(town.deps, { actor, colleagueId: OFFICIAL.id, commandId: 'issue-3' });
    const token = issued.ok ? issued.token : '';
    expect((await asks('/appeals', token)).status).toBe(200);
    const posts = [...OFFICIAL.posts, { role: 'controller' }] as const;
    await town.deps.people.save({ ...OFFICIAL, posts, rev: 2 });
    expect((await asks('/appeals', token)).status).toBe(401);
    await town.deps.people.save({ ...OFFICIAL, rev: 3 });
    expect((await asks('/appeals', token)).status).toBe(200);
    await town.deps.people.save({ ...moderator, posts: [], rev: 2 });
    expect((await asks('/appeals', token)).status).toBe(401);
  });

  it('asks at its pace, and the count goes away by itself', async () => {
    const token = await tokenOf();
    const limits = new RedisLimits(redis.redis, { prefix: redis.prefix });
    const api = createStaffApi({ ...town.deps, limits, isStoreUnavailable: () => false });
    const request = () => api.request('/appeals', { headers: { authorization: `Bearer ${token}` } });
    const codes: number[] = [];
    for (let count = 0; count < TOKEN_PACE.times; count += 1) codes.push((await request()).status);
    const last = await request();
    expect(new Set(codes)).toEqual(new Set([200]));
    expect([last.status, last.headers.get('retry-after')]).toEqual([429, '60']);
    const keys = await redis.redis.keys(`${redis.prefix}staff-api:*`);
    expect(await redis.redis.pttl(keys[0]!)).toBeGreaterThan(0);
    expect(keys.join()).not.toContain(token);
  });
});

describe('what is read', () => {
  it('has no name, phone, flat or contact in it, and none of the citizen’s ids', async () => {
    const pieces = [{ messageId: '1', text: 'Темно, дзвоніть 067 111 22 33 або на olena@example.com' }];
    const place = { kind: 'address', label: 'Миру, 18, кв. 5' } as const;
    await town.deps.appeals.insert(anAppeal({ pieces, place }));
    const token = await tokenOf();
    for (const path of ['/appeals', `/appeals/${NUMBER}`]) {
      const { status, text, headers } = await asks(path, token);
      expect(status).toBe(200);
      expect(text).not.toMatch(/Коваль|067|olena@|кв\. 5|telegram-1"/);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect((await asks(`/appeals/${NUMBER}`, token)).json()).toMatchObject({
      appeal: {
        number: NUMBER,
        statusText: 'не взято',
        acts: ['take', 'answer', 'ask'],
      },
    });
  });

  it('is one’s own department’s queue by pages, or what one has in hand', async () => {
    for (const index of [1, 2, 3])
      await town.deps.appeals.insert(anAppeal({ id: `a-${index}`, number: `2026-00000${index}` }));
    await town.deps.appeals.insert(anAppeal({ id: 'a-4', number: '2026-000004', department: 'roads' }));
    await town.deps.appeals.insert(anAppeal({ id: 'a-5', number: '2026-000005', status: 'answered' }));
    await town.deps.appeals.insert(anAppeal({ id: 'a-6', number: '2026-000006', leadId: 'a-1' }));
    const token = await tokenOf();
    const numbers = async (query: string, by = token) =>
      ((await asks(`/appeals${query}`, by)).json().appeals as { number: string }[])
        .map(({ number }) => number.slice(-1))
        .join('');
    expect(await numbers('')).toBe('123');
    expect(await numbers('?limit=2&page=2')).toBe('3');
    expect(await numbers('?status=answered&status=submitted')).toBe('1235');
    expect(await numbers('?of=mine')).toBe('');
    expect((await asks('/appeals?department=roads', token)).status).toBe(403);
    expect((await asks('/appeals?status=open&page=0&limit=-1&x=1', token)).json().fields).toHaveLength(4);
    const controllers = await tokenOf(CONTROLLER.id);
    expect(await numbers('?department=roads', controllers)).toBe('4');
  });

  it('tells English from Ukrainian', async () => {
    const token = await tokenOf();
    const unknown = (language: string) =>
      asks('/appeals/2026-999999', token, { headers: { 'accept-language': language } });
    expect((await unknown('uk-UA')).json()).toEqual({
      refusal: 'not_found',
      message: 'Звернення 2026-999999 немає.',
    });
    expect((await unknown('de,en;q=0.5')).json().message).toBe('There is no appeal 2026-999999.');
  });

  it('gives our copy of a photo, never one that is hidden, unsafe or another’s', async () => {
    const copyId = await town.deps.files.put(
      'k',
      new TextEncoder().encode('%PDF-1.4 акт'),
      'application/pdf',
    );
    const files = [
      aPhoto('p1', { copyId }),
      aPhoto('p2', { copyId: 'unsafe' }),
      aPhoto('p3', { copyId }),
      aPhoto('p4'),
    ];
    await town.deps.appeals.insert(anAppeal({ attachments: files, hiddenFiles: ['p3'] }));
    const token = await tokenOf();
    const codes = await Promise.all(
      ['p1', 'p2', 'p3', 'p4', 'p5'].map((id) => asks(`/appeals/${NUMBER}/files/${id}`, token)),
    );
    expect(codes.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404]);
    expect(codes[0]!.headers.get('content-type')).toBe('application/pdf');
    expect(codes[0]!.headers.get('content-disposition')).toBe('attachment');
    expect((await asks(`/appeals/${NUMBER}`, token)).text).not.toContain('"p3"');
  });
});

const answersWith = (token: string, ...files: File[]) => {
  const body = new FormData();
  body.set('text', 'Лампу замінено.');
  body.set('outcome', 'done');
  for (const file of files) body.append('files', file);
  return asks(ANSWER, token, { method: 'POST', body });
};

const anAct = (name: string) => new File([`%PDF-1.4 ${name}`], `${name}.pdf`, { type: 'application/pdf' });
/** How many copies of files there are, by their keys and by their bytes. */
const countCopies = () =>
  Promise.all(['copies', 'files.files'].map((name) => town.connection.collection(name).countDocuments()));

describe('what is sent', () => {
  it('with operators, wrong kinds or unknown fields is refused with the fields named, whatever it is', async () => {
    await town.deps.appeals.insert(anAppeal());
    const token = await tokenOf();
    const odd = fc.oneof(
      fc.constant({ $gt: '' }), fc.constant({ $ne: null }), fc.constant(['a']), fc.constant(null), fc.integer(),
      fc.constant({ toString: 'x' }), fc.constant("x' OR 1=1").map((text) => [text]),
    ); // prettier-ignore
    const wrong = fc.oneof(
      odd.map((text) => ({ text, outcome: 'done' })),
      odd.map((outcome) => ({ text: 'Горить', outcome })),
      fc
        .constantFrom('$where', 'signatory', '__proto__x', 'executorId', 'channel')
        .map((key) => ({ text: 'Горить', outcome: 'done', [key]: 1 })),
    );
    await fc.assert(
      fc.asyncProperty(wrong, async (given) => {
        const { status, json } = await posts(ANSWER, token, given);
        expect(status).toBe(422);
        expect(json()).toMatchObject({
          refusal: 'invalid',
          fields: [{ path: expect.any(String) as string }],
        });
      }),
      { numRuns: 40 },
    );
    expect(
      (await posts(ANSWER, token, { text: 'Горить', outcome: 'done', $where: '1' })).json().fields,
    ).toMatchObject([{ path: '$where' }]);
    expect((await posts('/appeals/$ne/take', token, {})).status).toBe(422);
    expect(await town.deps.appeals.find('draft-1')).toEqual(anAppeal());
  });

  it('that is no JSON, no form, or too big is refused so', async () => {
    await town.deps.appeals.insert(anAppeal());
    const token = await tokenOf();
    expect((await posts(ANSWER, token, '{"text":')).json()).toMatchObject({ refusal: 'unreadable' });
    expect((await posts(ANSWER, token, 'text', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await asks(ANSWER, token, { method: 'POST' })).status).toBe(415);
    const big = await posts(`/appeals/${NUMBER}/forward`, token, { text: 'а'.repeat(200_000) });
    expect([big.status, big.json().refusal]).toEqual([413, 'too_big']);
    const long = await posts(ANSWER, token, { text: 'так '.repeat(4000), outcome: 'done' });
    expect([long.status, long.json().refusal]).toEqual([422, 'text_too_long']);
  });

  it('twice with the same key acts once; with other words, or without a key, it is another request', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const token = await tokenOf();
    const key = { 'idempotency-key': 'office-0001' };
    const ask = (text: string, headers = key as Record<string, string>) =>
      posts(`/appeals/${NUMBER}/ask`, token, { text }, headers);
    const first = await ask('З якого боку?');
    expect([first.status, (await ask('З якого боку?')).text]).toEqual([200, first.text]);
    expect((await town.deps.appeals.find('draft-1'))!.events).toHaveLength(2);
    await ask('А номер опори?');
    await ask('А номер опори?', {});
    expect((await town.deps.appeals.find('draft-1'))!.events).toHaveLength(4);
    expect((await ask('Чи є?', { 'idempotency-key': 'short' })).status).toBe(422);
  });

  it('may be a form with files: cleaned, under the rules for residents, kept for the citizen', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const token = await tokenOf();
    const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#a60' } })
      .withExif({ IFD0: { Artist: 'Петро' } }).png().toBuffer(); // prettier-ignore
    const form = (...files: File[]) => answersWith(token, ...files);
    const program = await form(new File(['MZ...'], 'акт.pdf', { type: 'application/pdf' }));
    expect([program.status, program.json()]).toMatchObject([
      422,
      { refusal: 'file_program', fields: [{ path: 'files.0' }] },
    ]);
    expect(
      (await form(...Array.from({ length: 11 }, (_, i) => new File([`%PDF-${i}`], `${i}.pdf`)))).json()
        .refusal,
    ).toBe('too_many_files');
    const sent = await form(
      new File([picture], 'фото.png', { type: 'image/png' }),
      new File(['%PDF-1.4'], '../акт.pdf'),
    );
    expect(sent.status).toBe(200);
    const [answer] = (await town.deps.appeals.find('draft-1'))!.answers;
    expect(answer!.attachments).toMatchObject([
      { kind: 'photo', messenger: 'own', mediaType: 'image/jpeg' },
      { kind: 'document', name: '_акт.pdf' },
    ]);
    const kept = await town.deps.files.get(answer!.attachments[0]!.copyId!);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  it('and refused leaves no file behind', async () => {
    const before = await countCopies();
    await town.deps.appeals.insert(anAppeal({ status: 'closed' }));
    const token = await tokenOf();
    const late = await answersWith(token, anAct('акт'));
    expect([late.status, late.json().refusal]).toEqual([409, 'wrong_status']);
    expect(await countCopies()).toEqual(before);
  });

  it('and refused takes nothing from what the appeal has, and keeps no part of what was sent', async () => {
    const before = await countCopies();
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
    const token = await tokenOf();
    const program = new File(['MZ...'], 'акт.pdf');
    expect((await answersWith(token, anAct('акт'), program)).json().refusal).toBe('file_program');
    expect(await countCopies()).toEqual(before);
    expect((await answersWith(token, anAct('акт'))).status).toBe(200);
    const after = await countCopies();
    expect((await answersWith(token, anAct('акт'), anAct('ще акт'))).status).toBe(409);
    expect(await countCopies()).toEqual(after);
    const [answer] = (await town.deps.appeals.find('draft-1'))!.answers;
    expect(await town.deps.files.get(answer!.attachments[0]!.copyId!)).toBeDefined();
  });
});

describe('whatever is done over HTTP', () => {
  it('is told apart in the record of acts, the contact with its reason', async () => {
    await town.deps.appeals.insert(anAppeal());
    const token = await tokenOf();
    const contact = (reason: string) => posts(`/appeals/${NUMBER}/contact`, token, { reason });
    expect((await contact('уточнити адресу')).json()).toMatchObject({ refusal: 'not_permitted' });
    await asks(`/appeals/${NUMBER}/take`, token, { method: 'POST' });
    expect((await contact('?')).json()).toMatchObject({ refusal: 'empty_text' });
    const shown = await contact('домовитися про огляд, 067 111 22 33');
    expect(shown.json()).toEqual({ number: NUMBER, name: 'Коваль Олена Петрівна', phone: '+380671112233' });
    const span = { from: new Date(0), until: new Date(NOW.getTime() + 1) };
    const acts = await town.deps.oversight.acts({ by: OFFICIAL.id, span }, { skip: 0, limit: 9 });
    expect(acts.map(({ what, facts }) => [what, facts])).toEqual(
      expect.arrayContaining([
        ['appeal.taken', { channel: 'http' }],
        ['contact.shown', { channel: 'http', reason: 'домовитися про огляд, •••' }],
      ]),
    );
    expect(acts).toHaveLength(2);
    expect(JSON.stringify(town.logged)).not.toMatch(/Коваль|067/);
  });

  it('is described in a document anybody may read', async () => {
    const { status, json } = await asks('/openapi.json', undefined);
    const { openapi, paths } = json() as { openapi: string; paths: Record<string, unknown> };
    expect([status, openapi]).toEqual([200, '3.1.0']);
    expect(Object.keys(paths).sort()).toEqual([
      '/appeals', '/appeals/{number}', '/appeals/{number}/answer', '/appeals/{number}/ask', '/appeals/{number}/contact',
      '/appeals/{number}/delay', '/appeals/{number}/extension', '/appeals/{number}/files/{file}',
      '/appeals/{number}/forward', '/appeals/{number}/take',
    ]); // prettier-ignore
    expect((await asks('/nowhere', undefined)).status).toBe(404);
  });
});
