import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createLog } from '../../infra/log';
import { isStoreUnavailable } from '../../infra/store-unavailable';
import { MongoPapers } from '../../infra/mongo/mongo-papers';
import { RedisLimits } from '../../infra/redis/redis-limits';
import { createCheck, type CheckDeps } from '../../web/check';
import { openMongo, openRedis } from '../infra/stores';
import { city, texts } from '../support/sample-city';
import { NOW } from '../support/builders';

let mongo: Awaited<ReturnType<typeof openMongo>>;
let redis: Awaited<ReturnType<typeof openRedis>>;
let papers: MongoPapers;
const servers: { close: () => void }[] = [];
beforeAll(async () => {
  [mongo, redis] = [await openMongo(), await openRedis()];
  papers = new MongoPapers(mongo.connection);
});
afterAll(async () => {
  servers.forEach((server) => server.close());
  await redis.close();
  await mongo.close();
});

/** A page of its own, with counts of its own. */
function opened(name: string, own: Partial<CheckDeps> = {}) {
  const limits = new RedisLimits(redis.redis, { prefix: `${redis.prefix}${name}:` });
  const textsFor = (language: string) => texts.for(language);
  const deps = { papers, limits, city, textsFor, isStoreUnavailable, trustedProxies: [] };
  const app = createCheck({ ...deps, log: createLog({ level: 'silent', process: 'test' }), ...own });
  const port = new Promise<number>((resolve) => {
    const listen = { fetch: app.fetch, port: 0, hostname: '127.0.0.1' };
    servers.push(serve(listen, (address: AddressInfo) => resolve(address.port)));
  });
  return async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${await port}${path}`, { headers });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
}

describe('the page that checks a paper', () => {
  it('says of a genuine one its number, day and outcome', async () => {
    const code = await papers.issue({ kind: 'answer', number: '2026-000001', at: NOW, outcome: 'refused', issuedAt: NOW });
    const page = await opened('genuine')(`/check/${code}`, { 'accept-language': 'uk-UA' });
    expect(page.status).toBe(200);
    expect(page.body).toMatch(/Папір справжній[^]*2026-000001[^]*20 листопада 2026[^]*Відмова/);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(page.body).toContain('<html lang="uk">');
  }); // prettier-ignore

  it('speaks the language of whoever looks', async () => {
    const look = opened('language');
    expect((await look('/check/x', { 'accept-language': 'en-GB,en;q=0.9' })).body).toContain(
      'has issued no paper',
    );
    expect((await look('/check/x?lang=en')).body).toContain('<html lang="en">');
  });

  it('has one answer for every wrong code', async () => {
    const look = opened('wrong');
    const wrong = ['x', '0'.repeat(28), '%3Cscript%3E', `${'Z'.repeat(27)}1`, '$where', 'x'.repeat(2000)];
    const pages = await Promise.all(wrong.map((code) => look(`/check/${code}`)));
    expect(new Set(pages.map(({ status, body }) => `${status} ${body}`)).size).toBe(1);
    expect(pages[0]!.status).toBe(404);
    expect(pages[0]!.body).not.toContain('<script>');
  });

  it('slows down whoever asks without end', async () => {
    const look = opened('often');
    const answers: number[] = [];
    for (let count = 0; count < 22; count += 1) answers.push((await look('/check/x')).status);
    expect(answers.slice(0, 20).every((status) => status === 404)).toBe(true);
    expect(answers.slice(20)).toEqual([429, 429]);
  });

  const asked = async (look: ReturnType<typeof opened>, forwardedFor: string) =>
    (await look('/check/x', { 'x-forwarded-for': forwardedFor })).status;

  it.each([
    ['counts each person behind a proxy it trusts', ['127.0.0.0/8'], 404],
    ['lets nobody else say whence they come', ['10.0.0.1'], 429],
  ])('%s', async (name, trustedProxies, status) => {
    const look = opened(name, { trustedProxies });
    for (let count = 0; count < 21; count += 1) await asked(look, '203.0.113.1');
    expect(await asked(look, '203.0.113.1')).toBe(429);
    expect(await asked(look, '203.0.113.1, 203.0.113.2')).toBe(status);
    expect(await asked(look, '203.0.113.2, 203.0.113.1')).toBe(429);
  });

  it.each([
    ['a store is away', 'connect ECONNREFUSED', 'ECONNREFUSED', 503],
    ['something broke', 'secret words', 'ERR', 500],
  ])('says so plainly when %s, and the log has its name only', async (name, words, code, status) => {
    const logged = jest.fn();
    const allows = () => Promise.reject(Object.assign(new TypeError(words), { code }));
    const log = { error: logged } as unknown as CheckDeps['log'];
    const page = await opened(name, { log, limits: { allows } })('/check/x');
    expect(page.status).toBe(status);
    expect(page.body).toContain('Зараз перевірити не вдається');
    expect(logged.mock.calls).toEqual([[{ problem: 'TypeError' }, 'a page failed']]);
  });
});
